"""News that waits for delivery: a row per later listener, written with the act and deleted with the delivery."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Index, String, Text, func, select
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import ids
from app.kernel.database import Base, Id, db

GIVE_UP_AFTER = 12
LEASE = timedelta(seconds=60)
SOON = timedelta(seconds=5)


class OutboxRow(Base):
    """One piece of news for one listener; failures keep their count, error and next try for the back office."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_next_try_at", "next_try_at"),)

    id: Mapped[Id]
    event: Mapped[str] = mapped_column(String(80))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    listener: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[datetime]
    next_try_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(Text)


def write(event: str, payload: Mapping[str, Any], listener: str, *, at: datetime) -> int:
    """Add a row to the open transaction, to be delivered at `at`; returns its id."""
    row = OutboxRow(
        id=ids.new_id(at),
        event=event,
        payload=dict(payload),
        listener=listener,
        created_at=at,
        next_try_at=at,
    )
    db.session.add(row)
    return row.id


def claimed(row_id: int) -> OutboxRow | None:
    """The row, locked for this delivery; None when it was delivered or another process holds it."""
    query = select(OutboxRow).where(OutboxRow.id == row_id).with_for_update(skip_locked=True)
    return db.session.scalar(query.execution_options(populate_existing=True))


def due(now: datetime, *, limit: int = 1000) -> list[int]:
    """Ids of the rows whose time has come, oldest first."""
    query = select(OutboxRow.id).where(OutboxRow.next_try_at <= now).order_by(OutboxRow.id).limit(limit)
    return list(db.session.scalars(query))


def due_between(now: datetime, then: datetime, *, limit: int = 1000) -> list[tuple[int, datetime]]:
    """Ids and moments of the rows whose time will come soon, the first ones first."""
    query = select(OutboxRow.id, OutboxRow.next_try_at).where(OutboxRow.next_try_at > now)
    rows = db.session.execute(query.where(OutboxRow.next_try_at <= then).order_by(OutboxRow.next_try_at).limit(limit))
    return [(row_id, moment) for row_id, moment in rows if moment is not None]


def is_early(row: OutboxRow, now: datetime) -> bool:
    """Whether the row's time has not come (again) yet: it was postponed, or someone is at it."""
    return row.next_try_at is not None and row.next_try_at > now + timedelta(seconds=1)


def waiting(now: datetime, *, limit: int = 1000) -> int:
    """How many rows are still to be delivered, under way or waiting for another try; at most `limit`.

    A reminder of something that is SOON over counts, one of next week (the end of a poll) does not.
    """
    told = OutboxRow.created_at <= now + SOON
    rows = select(OutboxRow.id).where(OutboxRow.next_try_at.is_not(None), told).limit(limit).subquery()
    return db.session.scalar(select(func.count()).select_from(rows)) or 0


def postpone(row: OutboxRow, error: str, *, now: datetime) -> None:
    """Note a failure: the next try comes after 5 s, doubling to an hour, and after GIVE_UP_AFTER tries never."""
    row.attempts += 1
    row.error = error[:4000]
    wait = timedelta(seconds=min(5 * 2 ** (row.attempts - 1), 3600))
    row.next_try_at = None if row.attempts >= GIVE_UP_AFTER else now + wait
