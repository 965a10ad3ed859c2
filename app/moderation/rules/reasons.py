"""What a thing can be reported for, and why staff may decide against it: a tree of two levels.

Severity sets by when a case shall be decided (moderation.rules.due): `severe` where somebody may come to harm. The
groups follow what Chinese platforms owe by 网络信息内容生态治理规定 (CAC Order 5, 2019) art. 6, 7 and 16, and for goods
by 互联网广告管理办法 (SAMR Order 72, 2023) art. 9 and 网络交易监督管理办法 (SAMR Order 37, 2021) art. 14.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

EVERYTHING = ("post", "comment", "account", "message", "product", "topic")
_SAID = ("post", "comment", "message")
_OPEN = ("post", "comment", "account", "topic")
_TRADE = ("post", "comment", "account", "message", "product")
_BY_PEOPLE = ("post", "comment", "account", "message")

OTHER = "other"
WORDS_LEAST = 4
"""So much at least a report of something `other` has to say."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason: its `parent` is the group it stands in ('' for a group), `fits` the kinds of things it is about.

    `label` and `hint` are lazily translated; `strikes`: whether being right about it means a strike.
    """

    code: str
    label: Any
    parent: str = ""
    hint: Any = ""
    fits: tuple[str, ...] = EVERYTHING
    severity: str = "normal"
    strikes: bool = True


_GROUPS = (
    Ground("illegal", _l("Against the law"), severity="severe"),
    Ground("porn", _l("Sexual or vulgar")),
    Ground("attack", _l("Attack or harassment"), fits=(*_SAID, "account", "topic")),
    Ground("hate", _l("Hatred"), fits=(*_SAID, "account", "topic")),
    Ground("rumour", _l("Untrue"), fits=_OPEN),
    Ground("privacy", _l("Privacy"), fits=(*_BY_PEOPLE, "topic"), severity="severe"),
    Ground("rights", _l("Copied or infringing"), fits=(*_TRADE, "topic")),
    Ground("imposter", _l("Pretends to be somebody else"), fits=("account", "post", "comment", "message")),
    Ground("trade", _l("Advertising and goods"), fits=_TRADE),
    Ground("spam", _l("Spam")),
    Ground("minors", _l("Harms children"), severity="severe"),
    Ground("harm", _l("Somebody may be in danger"), fits=(*_BY_PEOPLE, "topic"), severity="severe"),
    Ground(OTHER, _l("Something else"), hint=_l("Tell us in a few words."), severity="minor"),
)

_LEAVES = (
    Ground("drugs_gambling", _l("Drugs or gambling"), "illegal", severity="severe"),
    Ground("fraud", _l("Fraud"), "illegal", _l("Takes money or data by deceit."), severity="severe"),
    Ground("dangerous_acts", _l("Weapons, explosives, dangerous acts"), "illegal", severity="severe"),
    Ground("other_illegal", _l("Breaks the law in another way"), "illegal", severity="severe"),
    Ground("pornography", _l("Pornography"), "porn", severity="severe"),
    Ground("soliciting", _l("Offers sexual services"), "porn", severity="severe"),
    Ground("vulgar", _l("Vulgar or suggestive"), "porn"),
    Ground("insult", _l("Insults somebody"), "attack", fits=(*_SAID, "account", "topic")),
    Ground("harassment", _l("Follows or harasses somebody"), "attack", fits=_BY_PEOPLE),
    Ground("threat", _l("Threatens somebody"), "attack", fits=_BY_PEOPLE, severity="severe"),
    Ground("hate_group", _l("Against people of an origin, gender or belief"), "hate",
           fits=(*_SAID, "account", "topic")),
    Ground("inciting", _l("Sets people against each other"), "hate", fits=(*_SAID, "account", "topic")),
    Ground("false_news", _l("Made-up or distorted news"), "rumour", fits=_OPEN),
    Ground("false_health", _l("False claims about health or safety"), "rumour", fits=_OPEN),
    Ground("personal_data", _l("Shows phone number, address or papers"), "privacy", fits=(*_BY_PEOPLE, "topic"),
           severity="severe"),
    Ground("secret_pictures", _l("Pictures of somebody who did not agree"), "privacy", fits=_BY_PEOPLE,
           severity="severe"),
    Ground("copied", _l("Copied words or pictures"), "rights", fits=_BY_PEOPLE),
    Ground("copyright", _l("Infringes a copyright"), "rights", fits=_TRADE),
    Ground("trademark", _l("Infringes a brand"), "rights", fits=(*_TRADE, "topic")),
    Ground("as_person", _l("Pretends to be a person"), "imposter", fits=("account", "post", "comment", "message")),
    Ground("as_brand", _l("Pretends to be a brand or institution"), "imposter",
           fits=("account", "post", "comment", "message")),
    Ground("as_staff", _l("Pretends to be the staff of this site"), "imposter",
           fits=("account", "post", "comment", "message"), severity="severe"),
    Ground("unlabelled_ad", _l("Advertising without the label"), "trade", _l("Sells something without 「广告」."),
           fits=_BY_PEOPLE),
    Ground("fake_goods", _l("Fake goods"), "trade", fits=_TRADE),
    Ground("price_fraud", _l("Deceives about the price"), "trade",
           _l("Invented old price, false discount, other price in the shop."), fits=_TRADE),
    Ground("banned_goods", _l("Goods that may not be sold"), "trade", fits=_TRADE, severity="severe"),
    Ground("diverting", _l("Lures buyers elsewhere, or buys orders"), "trade", fits=_TRADE),
    Ground("flooding", _l("The same again and again"), "spam", fits=(*_SAID, "account", "topic")),
    Ground("machine", _l("A machine, bought fans or likes"), "spam", fits=("account", "post", "comment")),
    Ground("misleading", _l("Has nothing to do with what it promises"), "spam"),
    Ground("minor_sexual", _l("Sexual, about children"), "minors", severity="severe"),
    Ground("minor_harm", _l("Hurts, lures or shows off children"), "minors", severity="severe"),
    Ground("minor_unfit", _l("Not fit for children, and aimed at them"), "minors"),
    Ground("self_harm", _l("Somebody may hurt herself"), "harm", fits=(*_BY_PEOPLE, "topic"), severity="severe",
           strikes=False),
    Ground("violence", _l("Announces or shows violence"), "harm", fits=(*_BY_PEOPLE, "topic"), severity="severe"),
)  # fmt: skip

REASONS: dict[str, Ground] = {ground.code: ground for ground in (*_GROUPS, *_LEAVES)}
"""code -> reason, groups and what is in them."""


def groups_for(kind: str) -> list[tuple[Ground, list[Ground]]]:
    """The groups that fit a kind of thing, each with those of its reasons that do; `other` has none below it."""
    return [(group, children_of(group.code, kind)) for group in _GROUPS if kind in group.fits]


def children_of(code: str, kind: str) -> list[Ground]:
    """The reasons in a group that fit a kind of thing."""
    return [leaf for leaf in _LEAVES if leaf.parent == code and kind in leaf.fits]


def is_choosable(code: str, kind: str) -> bool:
    """Whether something of this kind can be reported for it: one of the reasons, not a whole group."""
    ground = REASONS.get(code)
    return ground is not None and kind in ground.fits and (ground.parent != "" or code == OTHER)


def label_of(code: str) -> str:
    """The reason in words; what is not in the tree any more is shown as its code."""
    return str(REASONS[code].label) if code in REASONS else code


def most_given(codes: Iterable[str]) -> str:
    """The reason that most have given, the more severe among equals, then the one given first."""
    given = list(codes)
    return max(dict.fromkeys(given), key=lambda code: (given.count(code), -SEVERITIES.index(severity_of(code))))


SEVERITIES = ("severe", "normal", "minor")


def severity_of(code: str) -> str:
    """How much hurry there is."""
    return REASONS[code].severity if code in REASONS else "normal"
