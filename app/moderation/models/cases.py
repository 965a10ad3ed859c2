"""What people report."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.kernel.database import Base, BigId, Id

SUBJECTS = ("post", "comment", "account", "message", "product", "topic")


class Case(Base):
    """All reports of one thing that are open together; `account_id` is whose thing it is (None: a product, a topic).

    `reason` is the one most reporters gave; `due_at` the moment by which it shall be decided (SLA). `snapshot` is the
    thing as it was when it was first reported, in plain values. At most one case per thing is open (`open_key`).
    `taken_by` looks at it right now, since `taken_at`.
    """

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("open_key"),
        Index("ix_cases_subject", "subject_kind", "subject_id"),
        Index("ix_cases_open", "due_at", "id", postgresql_where=text("decided_at IS NULL"),
              sqlite_where=text("decided_at IS NULL")),
        Index("ix_cases_account_id_id", "account_id", "id"),
        Index("ix_cases_decided_at", "decided_at"),
    )  # fmt: skip

    id: Mapped[Id]
    subject_kind: Mapped[str] = mapped_column(String(8))
    subject_id: Mapped[int] = mapped_column(BigId)
    open_key: Mapped[str | None] = mapped_column(String(40))
    account_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    reason: Mapped[str] = mapped_column(String(32))
    report_count: Mapped[int] = mapped_column(default=0)
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    taken_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    taken_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    decision_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("decisions.id"))

    account: Mapped[Account | None] = relationship(foreign_keys=account_id, lazy="raise_on_sql")


class Report(Base):
    """One person's report within a case; she reports one thing once while its case is open."""

    __tablename__ = "reports"
    __table_args__ = (
        UniqueConstraint("case_id", "reporter_id"),
        Index("ix_reports_reporter_id_id", "reporter_id", "id"),
    )

    id: Mapped[Id]
    case_id: Mapped[int] = mapped_column(BigId, ForeignKey("cases.id"))
    reporter_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    reason: Mapped[str] = mapped_column(String(32))
    words: Mapped[str] = mapped_column(Text, default="")
    snapshot: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    created_at: Mapped[datetime]

    reporter: Mapped[Account] = relationship(lazy="raise_on_sql")
