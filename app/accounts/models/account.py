"""Accounts."""

from datetime import datetime
from typing import Any

from flask_login import UserMixin
from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database import Base, Id

BADGES = ("", "orange", "gold", "blue")
STATES = ("active", "banned", "closing", "closed")
"""Only what `active` ones say is shown to others; `closing` may be undone for a week, `closed` ones are wiped."""


class Account(UserMixin, Base):
    """A person or an organisation that writes here.

    `handle_key` and `nickname_key` are the case-folded names: unique, and what a @mention is looked up by.
    `name_skeleton` is what the nickname looks like to the eye (accounts.rules.skeleton_of). `state` is one of STATES;
    `closes_at`: when a closing account is wiped.
    """

    __tablename__ = "accounts"
    # Beginnings of names are looked up in these; PostgreSQL needs to be told.
    __table_args__ = (
        *(
            Index(f"ix_accounts_{key}_beginning", key, postgresql_ops={key: "varchar_pattern_ops"})
            for key in ("handle_key", "nickname_key")
        ),
        Index(
            "ix_accounts_not_active",
            "id",
            postgresql_where=text("state <> 'active'"),
            sqlite_where=text("state <> 'active'"),
        ),
        Index("ix_accounts_created_at", "created_at"),
        Index("ix_accounts_badge", "badge", postgresql_where=text("badge <> ''"), sqlite_where=text("badge <> ''")),
        Index("ix_accounts_name_skeleton", "name_skeleton"),
    )

    id: Mapped[Id]
    handle: Mapped[str] = mapped_column(String(24))
    handle_key: Mapped[str] = mapped_column(String(24), unique=True)
    nickname: Mapped[str] = mapped_column(String(24))
    nickname_key: Mapped[str] = mapped_column(String(24), unique=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    session_epoch: Mapped[int] = mapped_column(default=0)
    role: Mapped[str] = mapped_column(String(16), default="member")
    badge: Mapped[str] = mapped_column(String(8), default="")
    badge_reason: Mapped[str] = mapped_column(String(60), default="")
    bio: Mapped[str] = mapped_column(String(500), default="")
    language: Mapped[str] = mapped_column(String(8), default="")
    theme: Mapped[str] = mapped_column(String(8), default="auto")
    avatar_key: Mapped[str] = mapped_column(String(80), default="")
    banner_key: Mapped[str] = mapped_column(String(80), default="")
    follower_count: Mapped[int] = mapped_column(default=0, index=True)
    following_count: Mapped[int] = mapped_column(default=0)
    post_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(8), default="active")
    closes_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    name_skeleton: Mapped[str] = mapped_column(String(80), default="")

    def get_id(self) -> str:
        """What the session cookie holds: raising the epoch ends every session of the account."""
        return f"{self.id}.{self.session_epoch}"

    @property
    def is_staff(self) -> bool:
        """Whoever has a role in the back office; what she may do there says accounts.rules.may."""
        return self.role != "member"

    def __init__(self, **values: Any) -> None:
        if "handle" in values:
            values.setdefault("handle_key", values["handle"].casefold())
        if "nickname" in values:
            values.setdefault("nickname_key", values["nickname"].casefold())
        super().__init__(**values)
