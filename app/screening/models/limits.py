"""Limits on accounts."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database import Base, BigId, Id

LIMITS = ("no_hot", "no_search", "review_comments", "silenced", "banned")
"""不进热门, 不进搜索, 评论先审, 禁言, 封号."""
SOURCES = ("decision", "staff", "risk")


class Limit(Base):
    """What an account may not do, why, and until when; in force from `starts_at` until `ends_at` or `lifted_at`.

    `code` names the reason (moderation.rules.REASONS or a risk rule), `words` say it to the person. Without `ends_at`
    it lasts until it is lifted. Only screening.operations.impose makes one, and announces it: no limit is secret.
    `source_id` is the decision's id where `source` is `decision`.
    """

    __tablename__ = "limits"
    __table_args__ = (
        Index("ix_limits_account_id_id", "account_id", "id"),
        Index("ix_limits_kind_ends_at", "kind", "ends_at"),
        Index("ix_limits_source_id", "source_id"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    kind: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(32))
    words: Mapped[str] = mapped_column(String(500), default="")
    source: Mapped[str] = mapped_column(String(10))
    source_id: Mapped[int | None] = mapped_column(BigId)
    by_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    lifted_at: Mapped[datetime | None]
