"""Decisions as the person reads them: what, about what, why, until when she can appeal. Who decided is not said."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.accounts.models import Account
from app.moderation import queries, rules
from app.moderation.models import Appeal, Decision
from app.moderation.presenters import words
from app.screening import presenters as screening
from app.screening import queries as limits
from app.screening.presenters import LimitView

EXCERPT = 60


@dataclass(frozen=True, slots=True)
class AppealView:
    """What was objected, and what was answered; `state` is waiting, upheld or overturned."""

    words: str
    state: str
    state_label: str
    answer: str
    created_at: datetime
    due_at: datetime
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class ThingView:
    """The thing as it was decided about: plain words, addresses of its kept pictures, and what stood on its cards."""

    title: str
    text: str
    pictures: list[str] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    under: str = ""


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision; `brought` are the limits that came with it, `level` the strike (0: none)."""

    id: str
    url: str
    kind: str
    kind_label: str
    subject: str
    reason: str
    words: str
    excerpt: str
    created_at: datetime
    is_undone: bool
    level: int
    can_appeal: bool
    appeal_until: datetime
    appeal: AppealView | None
    brought: list[LimitView] = field(default_factory=list)
    thing: ThingView | None = None


def decision_views(decisions: Sequence[Decision], *, viewer: Account, now: datetime) -> list[DecisionView]:
    """Decisions in a list, with their appeals in one batch."""
    appeals = queries.appeals_against([decision.id for decision in decisions])
    return [_view(decision, appeals.get(decision.id), viewer, now) for decision in decisions]


def decision_view(decision: Decision, *, viewer: Account, now: datetime) -> DecisionView:
    """One decision on a page of its own, with the thing and what it brought."""
    brought = [screening.limit_view(one, now) for one in limits.limits_from("decision", decision.id)]
    return _view(decision, queries.appeal_against(decision), viewer, now, brought=brought, thing=_thing(decision))


def appeal_view(appeal: Appeal) -> AppealView:
    """An appeal as the one who has filed it reads it."""
    return AppealView(
        words=appeal.words,
        state=appeal.state,
        state_label=str(words.APPEALS[appeal.state]),
        answer=appeal.answer,
        created_at=appeal.created_at,
        due_at=appeal.due_at,
        decided_at=appeal.decided_at,
    )


def _view(decision: Decision, appeal: Appeal | None, viewer: Account, now: datetime, **more: Any) -> DecisionView:
    said = _said(decision.snapshot)
    return DecisionView(
        id=str(decision.id),
        url=f"/account/status/{decision.id}",
        kind=decision.kind,
        kind_label=str(words.KINDS[decision.kind]),
        subject=str(words.THINGS.get(decision.subject_kind, words.THINGS["account"])),
        reason=rules.label_of(decision.reason),
        words=decision.words,
        excerpt=said if len(said) <= EXCERPT else f"{said[:EXCERPT]}…",
        created_at=decision.created_at,
        is_undone=decision.undone_at is not None,
        level=int(decision.effects.get("level", 0)),
        can_appeal=rules.why_not_appeal(decision, viewer, has_appealed=appeal is not None, now=now) is None,
        appeal_until=decision.created_at + rules.APPEALABLE_FOR,
        appeal=appeal_view(appeal) if appeal is not None else None,
        **more,
    )


def _said(snapshot: dict[str, Any]) -> str:
    parts = (snapshot.get("nickname"), snapshot.get("title"), snapshot.get("text"), snapshot.get("bio"))
    return " ".join(" ".join(str(part) for part in parts if part).split())


def _thing(decision: Decision) -> ThingView | None:
    """Nothing is shown of an account that was acted on as a whole: it is there to see."""
    snapshot = decision.snapshot
    if not snapshot or (decision.subject_kind == "account" and decision.kind != "take_down"):
        return None
    pictures = [
        f"/account/status/{decision.id}/pictures/{number}"
        for number, picture in enumerate(queries.kept_pictures(snapshot))
        if picture.get("key")
    ]
    under = snapshot.get("post") or snapshot.get("root") or {}
    return ThingView(
        title=snapshot.get("nickname") or snapshot.get("title") or "",
        text=snapshot.get("text") or snapshot.get("bio") or snapshot.get("lead") or "",
        pictures=pictures,
        cards=[card.get("title", "") for card in snapshot.get("cards", [])],
        under=under.get("text", ""),
    )
