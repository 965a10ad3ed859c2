"""账号状态: everything that holds for an account, why, and until when. Nothing is left out."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.accounts.models import Account
from app.moderation import queries, rules
from app.moderation.presenters import words
from app.moderation.presenters.decisions import DecisionView, decision_views
from app.screening import presenters as screening
from app.screening.presenters import LimitView


@dataclass(frozen=True, slots=True)
class StrikeView:
    """One strike that counts."""

    level: int
    reason: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the ladder: `is_reached` by the strikes that count now, `is_next` what the next one would bring."""

    level: int
    label: str
    is_reached: bool
    is_next: bool


@dataclass(frozen=True, slots=True)
class StatusView:
    """The page; `is_clear`: nothing holds and no strike counts."""

    is_clear: bool
    is_banned: bool
    limits: list[LimitView]
    strikes: list[StrikeView]
    steps: list[StepView]
    decisions: list[DecisionView]
    next_cursor: str | None


def status_view(account: Account, *, before: int | None, now: datetime) -> StatusView:
    """How an account stands now, and what was decided about it."""
    in_force = [_with_reason(limit) for limit in screening.limit_views(account.id, now) if limit.is_in_force]
    strikes = queries.strikes_in_force(account.id, now)
    page = queries.decisions_about(account, before=before)
    return StatusView(
        is_clear=not in_force and not strikes and account.state != "banned",
        is_banned=account.state == "banned",
        limits=in_force,
        strikes=[StrikeView(one.level, rules.label_of(one.reason), one.created_at, one.expires_at) for one in strikes],
        steps=_steps(len(strikes)),
        decisions=decision_views(page.items, viewer=account, now=now),
        next_cursor=page.next_cursor,
    )


def _with_reason(limit: LimitView) -> LimitView:
    """The reason in words: what staff has written for the person, after the name of the reason."""
    name = rules.label_of(limit.code) if limit.code in rules.REASONS else ""
    return replace(limit, reason=" · ".join(part for part in (name, limit.reason) if part) or limit.code)


def _steps(strikes: int) -> list[StepView]:
    coming = rules.step_after(strikes)
    return [
        StepView(step.level, words.step_words(step), is_reached=step.level <= strikes, is_next=step == coming)
        for step in rules.LADDER
    ]
