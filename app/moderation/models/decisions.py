"""What staff decides, and what people object to."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.kernel.database import Base, BigId, Id

DECISIONS = ("dismiss", "take_down", "warn", "limit", "ban")
APPEAL_STATES = ("waiting", "upheld", "overturned", "withdrawn")
"""Withdrawn: the account was closed meanwhile."""
PROPOSAL_STATES = ("waiting", "carried_out", "declined", "withdrawn")


class Decision(Base):
    """One act of staff about a thing or an account, as the account is told it and may appeal against it.

    `subject_kind`/`subject_id` as in cases. `reason` is a code of moderation.rules.REASONS, `words` what staff adds.
    `effects` are what it did, so that undoing undoes just that: {"took_down": bool, "strike_id": …, "limit_ids": […]}.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        Index("ix_decisions_account_id_id", "account_id", "id"),
        Index("ix_decisions_subject", "subject_kind", "subject_id"),
        Index("ix_decisions_bulk_id", "bulk_id"),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(10))
    account_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    subject_kind: Mapped[str] = mapped_column(String(8))
    subject_id: Mapped[int] = mapped_column(BigId)
    case_id: Mapped[int | None] = mapped_column(BigId)
    bulk_id: Mapped[int | None] = mapped_column(BigId)
    reason: Mapped[str] = mapped_column(String(32))
    words: Mapped[str] = mapped_column(String(500), default="")
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    effects: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    by_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    second_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    created_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))

    account: Mapped[Account | None] = relationship(foreign_keys=account_id, lazy="raise_on_sql")


class Strike(Base):
    """A mark against an account: the more of them within a year, the more follows (moderation.rules.LADDER)."""

    __tablename__ = "strikes"
    __table_args__ = (Index("ix_strikes_account_id_created_at", "account_id", "created_at"),)

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    level: Mapped[int]
    reason: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    voided_at: Mapped[datetime | None]


class Appeal(Base):
    """An account objects to a decision, once; somebody else than who decided answers."""

    __tablename__ = "appeals"
    __table_args__ = (UniqueConstraint("decision_id"), Index("ix_appeals_state_id", "state", "id"))

    id: Mapped[Id]
    decision_id: Mapped[int] = mapped_column(BigId, ForeignKey("decisions.id"))
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), index=True)
    words: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    answer: Mapped[str] = mapped_column(String(500), default="")
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))

    decision: Mapped[Decision] = relationship(lazy="raise_on_sql")
    account: Mapped[Account] = relationship(foreign_keys=account_id, lazy="raise_on_sql")


class Proposal(Base):
    """A decision that needs a second member of staff: banning someone verified. `values` are decide()'s arguments."""

    __tablename__ = "proposals"
    __table_args__ = (Index("ix_proposals_state_id", "state", "id"),)

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), index=True)
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    reason: Mapped[str] = mapped_column(String(32))
    words: Mapped[str] = mapped_column(String(500), default="")
    by_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    state: Mapped[str] = mapped_column(String(12), default="waiting")
    decided_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    decided_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    account: Mapped[Account] = relationship(foreign_keys=account_id, lazy="raise_on_sql")
