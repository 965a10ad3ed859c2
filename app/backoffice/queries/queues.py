"""What waits for staff: how much, since when, and how much of it for too long."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, case, func, select

from app.kernel import cache, settings
from app.kernel.database import db
from app.moderation.models import Appeal, Case, Proposal
from app.portability.models import DataExport
from app.screening.models import ReviewItem
from app.verification.models import Application, LevelProposal

_KEPT_FOR = 5  # seconds

REVIEW_HOURS = settings.define("queues.review_hours", 24, _l("Content review is due after (hours)"), least=1, most=720)
PROPOSAL_HOURS = settings.define(
    "queues.proposal_hours", 24, _l("Second opinions are due after (hours)"), least=1, most=720
)
VERIFICATION_HOURS = settings.define(
    "queues.verification_hours", 72, _l("Verification is due after (hours)"), least=1, most=720
)


@dataclass(frozen=True)
class Waiting:
    """How many wait at one queue, the oldest since when, and how many are overdue."""

    count: int = 0
    oldest_at: datetime | None = None
    overdue: int = 0


def waiting_by_path(now: datetime) -> dict[str, Waiting]:
    """What waits at each queue, by the path of its page; a few seconds old at the most."""
    kept: dict[str, Waiting] | None = cache.get("backoffice:queues")
    if kept is None:
        kept = _waiting_now(now)
        cache.put("backoffice:queues", kept, seconds=_KEPT_FOR)
    return kept


def _waiting_now(now: datetime) -> dict[str, Waiting]:
    applications = _waiting(
        Application.created_at, Application.state == "waiting", due_before=_since(now, VERIFICATION_HOURS)
    )
    levels = _waiting(
        LevelProposal.created_at, LevelProposal.state == "waiting", due_before=_since(now, VERIFICATION_HOURS)
    )
    return {
        "/admin/cases": _waiting(Case.created_at, Case.decided_at.is_(None), due=Case.due_at, due_before=now),
        "/admin/review": _waiting(
            ReviewItem.created_at, ReviewItem.state == "waiting", due_before=_since(now, REVIEW_HOURS)
        ),
        "/admin/appeals": _waiting(Appeal.created_at, Appeal.state == "waiting", due=Appeal.due_at, due_before=now),
        "/admin/proposals": _waiting(
            Proposal.created_at, Proposal.state == "waiting", due_before=_since(now, PROPOSAL_HOURS)
        ),
        "/admin/verification": _both(applications, levels),
        "/admin/data": _waiting(
            DataExport.created_at, DataExport.state.in_(("waiting", "gathering")), due_before=now - timedelta(hours=24)
        ),
    }


def _waiting(created: Any, condition: ColumnElement[bool], *, due_before: datetime, due: Any = None) -> Waiting:
    is_late = (created if due is None else due) < due_before
    late = func.coalesce(func.sum(case((is_late, 1), else_=0)), 0)
    count, oldest_at, overdue = db.session.execute(select(func.count(), func.min(created), late).where(condition)).one()
    return Waiting(count, oldest_at, int(overdue))


def _since(now: datetime, key: str) -> datetime:
    return now - timedelta(hours=int(settings.value(key)))


def _both(one: Waiting, other: Waiting) -> Waiting:
    oldest = min((at for at in (one.oldest_at, other.oldest_at) if at is not None), default=None)
    return Waiting(one.count + other.count, oldest, one.overdue + other.overdue)
