"""What was reported, as staff reads it: from the plain values that a case keeps (moderation.queries.portraits)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from app.kernel import formats
from app.moderation.queries import kept_pictures

Portrait = Mapping[str, Any]
PictureUrl = Callable[[int, Mapping[str, Any]], str]
"""(position, picture of a portrait) -> where it is shown; '' when it was not kept."""

KIND_WORDS = {
    "post": lazy_pgettext("thing", "Post"),
    "comment": lazy_pgettext("thing", "Comment"),
    "account": lazy_pgettext("thing", "Account"),
    "message": lazy_pgettext("thing", "Message"),
    "product": lazy_pgettext("thing", "Product"),
    "topic": lazy_pgettext("thing", "Topic"),
}
KIND_ICONS = {
    "post": "newspaper",
    "comment": "message-circle",
    "account": "user",
    "message": "mail",
    "product": "package",
    "topic": "hash",
}

_COUNTED = {
    "reposts": _l("Reposts"),
    "comments": _l("Comments"),
    "likes": _l("Likes"),
    "replies": _l("Replies"),
    "posts": _l("Posts"),
    "fans": _l("Fans"),
    "follows": _l("Follows"),
    "wants": _l("Wants"),
}


@dataclass(frozen=True)
class PortraitView:
    """A thing with its words, pictures, cards and surroundings, all as plain text; `meta` are facts for small print."""

    title: str = ""
    text: str = ""
    label: str = ""
    pictures: list[dict[str, str]] = field(default_factory=list)
    poll: list[str] = field(default_factory=list)
    cards: list[dict[str, str]] = field(default_factory=list)
    link: Mapping[str, str] | None = None
    quote: dict[str, str] | None = None
    before: list[dict[str, Any]] = field(default_factory=list)
    meta: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Nothing to read and nothing to look at."""
        return not (self.title or self.text or self.pictures or self.cards or self.poll)


def portrait_view(portrait: Portrait, picture_url: PictureUrl) -> PortraitView:
    """The view of a portrait, of whatever kind the thing is."""
    return PortraitView(
        title=_title_of(portrait),
        text=str(portrait.get("bio") or portrait.get("lead") or portrait.get("text") or ""),
        label=str(_("Ad")) if portrait.get("label") else "",
        pictures=[
            {"url": picture_url(at, picture), "alt": picture.get("alt", "")}
            for at, picture in enumerate(kept_pictures(portrait))
        ],
        poll=[str(option) for option in portrait.get("poll") or ()],
        cards=[_card(card) for card in portrait.get("cards") or ()],
        link=portrait.get("link"),
        quote=_quote(portrait),
        before=[{**line, "name": _name(line.get("author"))} for line in portrait.get("before") or ()],
        meta=_facts(portrait),
    )


def excerpt_of(portrait: Portrait, most: int = 80) -> str:
    """The thing in one line."""
    words = " ".join(f"{_title_of(portrait)} {portrait.get('text') or portrait.get('bio') or ''}".split())
    if not words:
        return str(_("(pictures only)")) if kept_pictures(portrait) else str(_("(no words)"))
    return words if len(words) <= most else words[:most] + "…"


def _title_of(portrait: Portrait) -> str:
    if portrait.get("kind") == "account":
        return f"{portrait.get('nickname', '')} @{portrait.get('handle', '')}"
    title = str(portrait.get("title") or "")
    return f"#{title}#" if title and portrait.get("kind") == "topic" else title


def _card(card: Mapping[str, Any]) -> dict[str, str]:
    amount, currency = card.get("price_at_posting") or card.get("price"), str(card.get("currency") or "")
    price = "".join(formats.money_parts(Decimal(amount), currency)) if amount else ""
    return {"title": str(card.get("title") or ""), "price": price, "shop": str(card.get("shop") or ""),
            "domain": str(card.get("domain") or "")}  # fmt: skip


def _quote(portrait: Portrait) -> dict[str, str] | None:
    quoted = portrait.get("root") or portrait.get("post")
    return {"name": f"@{_name(quoted.get('author'))}", "text": str(quoted.get("text") or "")} if quoted else None


def _facts(portrait: Portrait) -> list[str]:
    facts = []
    if portrait.get("created_at"):
        facts.append(formats.full_time(datetime.fromisoformat(portrait["created_at"])))
    if portrait.get("kind") == "product" and (price := _card(portrait)["price"]):
        facts += [price, str(portrait.get("shop") or portrait.get("domain") or "")]
    if portrait.get("audience") not in (None, "all", "public"):
        facts.append(str(_("not public")))
    facts += [f"{_COUNTED[name]} {number}" for name, number in (portrait.get("counts") or {}).items() if number]
    return [fact for fact in facts if fact]


def _name(person: Mapping[str, str] | None) -> str:
    return (person or {}).get("nickname") or str(_("Somebody"))
