"""Acts on many accounts at once."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.accounts.models import Account  # noqa: F401 - the table the foreign keys name
from app.kernel.database import Base, BigId, Id

BULK_STATES = ("running", "cancelled", "done", "undoing", "undone")
MOST = 1000


class BulkJob(Base):
    """One decision about up to MOST accounts, worked off in small steps; it can be cancelled under way and undone."""

    __tablename__ = "bulk_jobs"

    id: Mapped[Id]
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    by_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    state: Mapped[str] = mapped_column(String(10), default="running")
    total: Mapped[int] = mapped_column(default=0)
    done_count: Mapped[int] = mapped_column(default=0)
    refused_count: Mapped[int] = mapped_column(default=0)
    proposed_count: Mapped[int] = mapped_column(default=0)
    undone_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class BulkItem(Base):
    """One account of a bulk job; `state`: waiting, done, refused, proposed, undone, kept (could not be undone).

    `reason` is the code of why it was refused or kept; `decision_id` the decision's, or the proposal's id.
    """

    __tablename__ = "bulk_items"
    __table_args__ = (Index("ix_bulk_items_bulk_id_state", "bulk_id", "state", "account_id"),)

    bulk_id: Mapped[int] = mapped_column(BigId, ForeignKey("bulk_jobs.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    reason: Mapped[str] = mapped_column(String(32), default="")
    decision_id: Mapped[int | None] = mapped_column(BigId)
