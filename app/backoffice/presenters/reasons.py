"""The reasons that a decision may have, for choosing one with a single key."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.moderation import rules
from app.moderation.rules import REASONS, label_of, severity_of

KEYS = 9
USUAL = ("misleading", "flooding", "insult", "vulgar", "false_news", "copied", "unlabelled_ad", "fake_goods", "fraud")


@dataclass(frozen=True)
class Pick:
    """One reason to choose; `count` of those who reported gave it."""

    code: str
    label: str
    count: int = 0
    is_chosen: bool = False
    is_severe: bool = False


@dataclass(frozen=True)
class PickGroup:
    """Reasons under one word."""

    label: str
    picks: list[Pick]


def given_picks(given: Sequence[tuple[str, int]]) -> list[Pick]:
    """What the reporters gave, most first."""
    return [Pick(code, label_of(code), count, is_severe=severity_of(code) == "severe") for code, count in given]


def keyed_picks(kind: str, given: Sequence[tuple[str, int]], chosen: str) -> list[Pick]:
    """Nine reasons for the keys 1 to 9: the chosen one, what the others gave, then what is usual for such a thing."""
    counts = dict(given)
    usual = [code for code in USUAL if kind in REASONS[code].fits]
    codes = [code for code in dict.fromkeys((chosen, *counts, *usual)) if code in REASONS][:KEYS]
    return [Pick(code, label_of(code), counts.get(code, 0), code == chosen) for code in codes]


def other_groups(kind: str, picks: Sequence[Pick]) -> list[PickGroup]:
    """All further reasons that fit such a thing, in their groups."""
    keyed = {pick.code for pick in picks}
    groups = []
    for group, leaves in rules.groups_for(kind):
        rest = [Pick(leaf.code, str(leaf.label)) for leaf in (leaves or [group]) if leaf.code not in keyed]
        if rest:
            groups.append(PickGroup(str(group.label), rest))
    return groups
