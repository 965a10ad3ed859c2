"""What waits for review, as its author and as reviewers read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from app.screening import queries, rules
from app.screening.models import ReviewItem
from app.screening.presenters.limits import LABELS
from app.screening.rules import risk

KINDS: dict[str, Any] = {
    "post": lazy_pgettext("thing", "Post"),
    "repost": lazy_pgettext("thing", "Repost"),
    "edit": _l("Edit of a post"),
    "comment": lazy_pgettext("thing", "Comment"),
    "message": lazy_pgettext("thing", "Message"),
    "profile": _l("Profile"),
}
_EXCERPT = 280


@dataclass(frozen=True, slots=True)
class HeldView:
    """A row of one's own list; `may_go_back`: its words can be taken into a composer again."""

    id: str
    kind: str
    label: Any
    words: str
    state: str
    reason: str
    created_at: datetime
    may_go_back: bool


@dataclass(frozen=True, slots=True)
class CauseView:
    """One thing that spoke against it; `points` and `share` (percent of what holds it) for signs of spam."""

    kind: str
    label: str
    value: str = ""
    points: int = 0
    share: int = 0
    is_dry_run: bool = False


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text in runs, those that the filter knows with what is done about them ('' for the others)."""

    label: Any
    runs: list[tuple[str, str]]


def held_views(items: Sequence[ReviewItem]) -> list[HeldView]:
    """The rows of an account's own list."""
    return [
        HeldView(
            id=str(item.id),
            kind=item.kind,
            label=KINDS[item.kind],
            words=item.words[:_EXCERPT],
            state=item.state,
            reason=item.reason,
            created_at=item.created_at,
            may_go_back=item.kind == "post" and item.state in ("refused", "failed") and bool(item.payload),
        )
        for item in items
    ]


def cause_views(item: ReviewItem) -> list[CauseView]:
    """Why it waits: words, limits, signs of spam with their numbers."""
    return [_cause(cause) for cause in item.causes if (cause["kind"], cause["name"]) != ("risk", "score")]


def marked(texts: Sequence[tuple[Any, str, str]]) -> list[MarkedText]:
    """Texts given as (label, scope, text), with the words that the filter finds in them now."""
    views = []
    for label, scope, text in texts:
        if text:
            views.append(MarkedText(label, _runs(text, queries.hits({scope: text}))))
    return views


def _runs(text: str, hits: Sequence[rules.Hit]) -> list[tuple[str, str]]:
    """Of overlapping places the first counts."""
    runs, position = [], 0
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if hit.start < position:
            continue
        runs += [(text[position : hit.start], ""), (text[hit.start : hit.end], hit.action)]
        position = hit.end
    return [run for run in [*runs, (text[position:], "")] if run[0]]


def _cause(cause: Mapping[str, Any]) -> CauseView:
    name = cause["name"]
    if cause["kind"] == "risk":
        sign = risk.SIGNS.get(name)
        return CauseView(
            kind="risk",
            label=str(sign.label) if sign else name,
            value=str(cause.get("value", "")),
            points=cause.get("score", 0),
            share=min(100, cause.get("score", 0)),
            is_dry_run=cause.get("dry", False),
        )
    if cause["kind"] == "limit":
        return CauseView("limit", str(LABELS.get(name, name)))
    if cause["kind"] == "name":
        return CauseView("name", _("Looks like @%(name)s", name=name))
    return CauseView("word", _("Word: %(word)s", word=name))
