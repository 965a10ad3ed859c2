"""Drafts, and posts that wait for their moment."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.accounts.models import Account  # noqa: F401 - the table the foreign keys name
from app.kernel.database import Base, BigId, Id


class Draft(Base):
    """What someone is writing: `content` as Writing.as_json gives it. With `publish_at` it goes out by itself.

    Published it is gone; its `client_key` is the post's, so it can never go out twice. `failure` is the sentence
    why it did not go out at its time.
    """

    __tablename__ = "drafts"
    __table_args__ = (
        UniqueConstraint("account_id", "client_key"),
        Index("ix_drafts_account_id_id", "account_id", "id"),
        Index("ix_drafts_account_id_publish_at", "account_id", "publish_at"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    content: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    client_key: Mapped[str] = mapped_column(String(36))
    publish_at: Mapped[datetime | None]
    failure: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
