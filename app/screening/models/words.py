"""The word filter."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database import Base, BigId, Id

ACTIONS = ("refuse", "review", "replace", "mark")
"""拒绝, 先审, 替换, 标记: the strictest first."""
SCOPES = ("post", "comment", "nickname", "bio", "alt", "poll", "card", "message")


class WordRule(Base):
    """A word and what is done about it in which places (`scopes`, out of SCOPES).

    `key` is the word as it is compared (screening.rules.folded); `replacement` stands in for it where action is
    `replace`. `hit_count` counts texts, not places within them.
    """

    __tablename__ = "word_rules"

    id: Mapped[Id]
    word: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(120), unique=True)
    action: Mapped[str] = mapped_column(String(8))
    scopes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    replacement: Mapped[str] = mapped_column(String(60), default="")
    note: Mapped[str] = mapped_column(String(200), default="")
    hit_count: Mapped[int] = mapped_column(default=0)
    last_hit_at: Mapped[datetime | None]
    created_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
