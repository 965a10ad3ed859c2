"""What waits for a reviewer."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database import Base, BigId, Id

KINDS = ("post", "repost", "comment", "message", "edit", "profile")
REVIEW_STATES = ("waiting", "released", "refused", "failed", "withdrawn")


class ReviewItem(Base):
    """Something to be reviewed: before it is out (先审), or after (标记, `subject_kind` and `subject_id` say what).

    Before: `payload` holds what its author asked for; released, the domain of its `kind` does it, and `result_id` is
    what came of it. `words` is what a reviewer reads. `causes`: [{"kind": "word"|"risk"|"limit"|"picture"|"domain"
    |"name", "name", "score"}]. `failed`: released, but it could not be done any more; `reason` says why.
    """

    __tablename__ = "review_items"
    __table_args__ = (
        UniqueConstraint("account_id", "client_key"),
        Index("ix_review_items_state_id", "state", "id"),
        Index("ix_review_items_account_id_id", "account_id", "id"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    kind: Mapped[str] = mapped_column(String(8))
    is_out: Mapped[bool] = mapped_column(default=False)
    subject_kind: Mapped[str] = mapped_column(String(8), default="")
    subject_id: Mapped[int | None] = mapped_column(BigId)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    words: Mapped[str] = mapped_column(Text, default="")
    causes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    score: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    reason: Mapped[str] = mapped_column(String(500), default="")
    result_id: Mapped[int | None] = mapped_column(BigId)
    client_key: Mapped[str | None] = mapped_column(String(36))
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
