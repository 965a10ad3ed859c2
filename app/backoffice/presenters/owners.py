"""Whose thing it is: standing, strikes, what is in force, what was decided before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.kernel import formats
from app.moderation.models import Decision
from app.moderation.rules import LADDER, Step, label_of
from app.screening.presenters import LABELS, limit_views

ACT_WORDS: dict[str, Any] = {
    "dismiss": _l("Nothing wrong"),
    "take_down": _l("Taken down"),
    "warn": _l("Warned"),
    "limit": _l("Limited"),
    "ban": _l("Banned"),
}
STATE_WORDS: dict[str, Any] = {"banned": _l("Banned"), "closing": _l("Is leaving"), "closed": _l("Closed")}
SHOWN = 8


@dataclass(frozen=True)
class RecordView:
    """One earlier decision."""

    act: str
    reason: str
    at: datetime
    is_undone: bool


@dataclass(frozen=True)
class StepView:
    """One step of the ladder; `mark`: had, next or ''."""

    label: str
    mark: str


@dataclass(frozen=True)
class OwnerView:
    """An account as a decision about it needs it."""

    account: AccountView
    note: str
    strikes: int
    ladder: list[StepView]
    limits: list[str]
    records: list[RecordView]
    state_words: str


def owner_view(account: Account, *, strikes: int, history: Sequence[Decision], now: datetime) -> OwnerView:
    """The account with its record: `strikes` in force, `history` newest first."""
    return OwnerView(
        account=account_view(account),
        note=note_on(account, now),
        strikes=strikes,
        ladder=[
            StepView(step_words(step), "had" if at < strikes else "next" if at == min(strikes, len(LADDER) - 1) else "")
            for at, step in enumerate(LADDER)
        ],
        limits=[str(limit.label) for limit in limit_views(account.id, now) if limit.is_in_force],
        records=[_record(decision) for decision in history[:SHOWN]],
        state_words=str(STATE_WORDS.get(account.state, "")),
    )


def note_on(account: Account, now: datetime) -> str:
    """Handle, age and reach in one line."""
    fans = _("%(count)s fans", count=formats.count(account.follower_count))
    since = _("since %(day)s", day=formats.day(account.created_at, now=now))
    return f"@{account.handle} · {fans} · {since}"


def strikes_words(strikes: int) -> str:
    """How many strikes are in force; '' for none."""
    return str(ngettext("%(num)s strike", "%(num)s strikes", strikes)) if strikes else ""


def step_words(step: Step) -> str:
    """What one step of the ladder brings."""
    if step.kind == "warn":
        return str(_("Warning"))
    if step.kind == "ban":
        return str(_("Ban"))
    return str(ngettext("Silenced %(num)s day", "Silenced %(num)s days", step.days))


def limit_words(code: str) -> str:
    """What a limit is called."""
    return str(LABELS[code])


def _record(decision: Decision) -> RecordView:
    return RecordView(
        str(ACT_WORDS[decision.kind]), label_of(decision.reason), decision.created_at, decision.undone_at is not None
    )
