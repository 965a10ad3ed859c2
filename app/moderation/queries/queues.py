"""How long the queues are, for the dashboard."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from app.kernel.database import db
from app.moderation.models import Appeal, Case, Proposal


@dataclass(frozen=True, slots=True)
class QueueAge:
    """One queue: reports, appeals or proposals; how many wait, since when, and the earliest moment one is due."""

    name: str
    waiting: int
    oldest_at: datetime | None
    due_at: datetime | None


def queue_ages() -> list[QueueAge]:
    """The queues of moderation, one statement each."""
    return [
        _age("reports", Case, Case.decided_at.is_(None), Case.due_at),
        _age("appeals", Appeal, Appeal.state == "waiting", Appeal.due_at),
        _age("proposals", Proposal, Proposal.state == "waiting", None),
    ]


def _age(name: str, model: Any, waits: ColumnElement[bool], due_at: Any) -> QueueAge:
    columns = [func.count(), func.min(model.created_at), *([func.min(due_at)] if due_at is not None else [])]
    row = db.session.execute(select(*columns).select_from(model).where(waits)).one()
    return QueueAge(name, row[0], row[1], row[2] if due_at is not None else None)
