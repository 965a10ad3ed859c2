"""What is left undone in the outbox, for whoever keeps the site running, and trying it again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select

from app.kernel import audit, outbox, pagination
from app.kernel.database import db
from app.kernel.outbox import OutboxRow
from app.kernel.transactions import News, current_unit, operation

_MOST_AT_ONCE = 1000


@dataclass(frozen=True)
class Depth:
    """How much of one listener's news waits, has failed and is tried again, or was given up; the oldest since when."""

    listener: str
    waiting: int
    failing: int
    given_up: int
    oldest_at: datetime


def lag(now: datetime) -> float:
    """For how many seconds the oldest news whose time has come has been waiting."""
    oldest = db.session.scalar(select(func.min(OutboxRow.next_try_at)).where(OutboxRow.next_try_at <= now))
    return (now - oldest).total_seconds() if oldest is not None else 0.0


def failed_count() -> int:
    """How many pieces of news have failed: those that are tried again and those that were given up."""
    return db.session.scalar(select(func.count()).select_from(OutboxRow).where(OutboxRow.attempts > 0)) or 0


def failed_rows(*, before: int | None, listener: str = "") -> pagination.Page[OutboxRow]:
    """What has failed, the newest first."""
    query = select(OutboxRow).where(OutboxRow.attempts > 0)
    if listener:
        query = query.where(OutboxRow.listener == listener)
    return pagination.newest_first(query, OutboxRow.id, before=before, size=50)


def depths(now: datetime) -> list[Depth]:
    """The news that is there, by listener; reminders of what comes later are left out."""
    has_failed = OutboxRow.attempts > 0
    is_given_up = OutboxRow.next_try_at.is_(None)
    query = (
        select(
            OutboxRow.listener,
            func.sum(case((has_failed, 0), else_=1)),
            func.sum(case((has_failed & ~is_given_up, 1), else_=0)),
            func.sum(case((is_given_up, 1), else_=0)),
            func.min(OutboxRow.created_at),
        )
        .where(has_failed | (OutboxRow.next_try_at <= now + outbox.SOON))
        .group_by(OutboxRow.listener)
        .order_by(func.count().desc(), OutboxRow.listener)
    )
    return [Depth(*row) for row in db.session.execute(query)]


@operation
def retry(row_id: int, *, by: Any, now: datetime) -> bool:
    """Try one failed piece of news again at once, with all its tries; False when it is there no more."""
    row = outbox.claimed(row_id)
    if row is None or not row.attempts:
        return False
    _again(row, now)
    audit.write("jobs.retry", by=by, now=now, on=("job", row.id), after={"listener": row.listener})
    return True


@operation
def retry_all(*, by: Any, now: datetime, listener: str = "") -> int:
    """Try again what has failed (of one listener), up to 1,000; answers how many."""
    query = select(OutboxRow).where(OutboxRow.attempts > 0).order_by(OutboxRow.id).limit(_MOST_AT_ONCE)
    if listener:
        query = query.where(OutboxRow.listener == listener)
    rows = db.session.scalars(query.with_for_update(skip_locked=True)).all()
    for row in rows:
        _again(row, now)
    if rows:
        audit.write("jobs.retry_all", by=by, now=now, after={"count": len(rows), "listener": listener})
    return len(rows)


def _again(row: OutboxRow, now: datetime) -> None:
    row.attempts, row.next_try_at = 0, now
    current_unit().news.append(News(row.id))
