"""Exports and what imports wait for."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.accounts.models import Account  # noqa: F401 - the table the foreign keys name
from app.kernel.database import Base, BigId, Id

EXPORT_STATES = ("waiting", "gathering", "ready", "failed", "expired")


class DataExport(Base):
    """One request for one's data, `done` of `total` steps; its file is in the vault under `key` until `expires_at`."""

    __tablename__ = "data_exports"
    __table_args__ = (
        Index("ix_data_exports_account_id_id", "account_id", "id"),
        Index("ix_data_exports_state_id", "state", "id"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    key: Mapped[str] = mapped_column(String(64), default="")
    size: Mapped[int] = mapped_column(BigId, default=0)
    created_at: Mapped[datetime]
    ready_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]


class AwaitedRelation(Base):
    """An imported relation (`follow`, `block`, `mute`) to somebody who is not here yet, by handle."""

    __tablename__ = "awaited_relations"
    __table_args__ = (Index("ix_awaited_relations_handle_key", "handle_key"),)

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    handle_key: Mapped[str] = mapped_column(String(24), primary_key=True)
    created_at: Mapped[datetime]
