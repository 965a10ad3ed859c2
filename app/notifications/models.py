"""Notices of the bell."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.accounts.models import Account  # noqa: F401 - the table the foreign keys name
from app.engagement.models import Comment  # noqa: F401
from app.kernel.database import Base, BigId, Id
from app.posts.models import Post  # noqa: F401

KINDS = ("mention", "comment", "like", "repost", "fan", "system")
CHOSEN_KINDS = KINDS[:-1]
"""The kinds that an account may turn down."""
SENDERS = ("all", "followed", "none")
"""Whose news of a kind an account wants: of everyone, of those it follows, of nobody."""
RHYTHMS = ("off", "daily", "weekly")


class Notice(Base):
    """Something that happened to an account; the same kind on the same thing grows one unread notice.

    `group_key` names that thing while the notice is unread and is emptied once it is read, so that later
    news of the same kind opens a new notice. `latest_id` moves with every new actor and orders the list.
    A `system` notice comes from the site itself: `code` says what it tells, `data` holds what
    its sentence needs (ids as text, codes, ISO dates), and it has no actor.
    """

    __tablename__ = "notices"
    __table_args__ = (
        Index("uq_notices_open_group", "account_id", "group_key", unique=True),
        Index("ix_notices_account_id_latest_id", "account_id", "latest_id"),
        Index("ix_notices_account_id_kind_thing", "account_id", "kind", "post_id", "comment_id"),
        Index("ix_notices_account_id_kind_latest_id", "account_id", "kind", "latest_id"),
        Index(
            "ix_notices_unread",
            "account_id",
            "kind",
            "latest_id",
            postgresql_where=text("group_key IS NOT NULL"),
            sqlite_where=text("group_key IS NOT NULL"),
        ),
        Index("ix_notices_post_id_comment_id", "post_id", "comment_id"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    kind: Mapped[str] = mapped_column(String(8))
    code: Mapped[str] = mapped_column(String(32), default="")
    data: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    group_key: Mapped[str | None] = mapped_column(String(80))
    post_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("posts.id"))
    comment_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("comments.id"))
    latest_id: Mapped[int] = mapped_column(BigId)
    actor_count: Mapped[int] = mapped_column(default=0)
    is_unread: Mapped[bool] = mapped_column(default=True)
    updated_at: Mapped[datetime]


class NoticeActor(Base):
    """Who did it; once per notice."""

    __tablename__ = "notice_actors"
    __table_args__ = (Index("ix_notice_actors_notice_id_id", "notice_id", "id"),)

    notice_id: Mapped[int] = mapped_column(BigId, ForeignKey("notices.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    id: Mapped[int] = mapped_column(BigId)


class NoticeSetting(Base):
    """Whose news of one kind an account wants; without a row everyone's."""

    __tablename__ = "notice_settings"

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    senders: Mapped[str] = mapped_column(String(8), default="all")


class ThreadMute(Base):
    """An account wants no more news about a post, its comments and its reposts; `post_id` is the tree's root."""

    __tablename__ = "thread_mutes"

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    created_at: Mapped[datetime]


class Digest(Base):
    """How often an account gets its unread notices by e-mail; without a row never."""

    __tablename__ = "digests"
    __table_args__ = (Index("ix_digests_rhythm_next_at", "rhythm", "next_at"),)

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    rhythm: Mapped[str] = mapped_column(String(8), default="off")
    next_at: Mapped[datetime | None]
    sent_up_to: Mapped[int] = mapped_column(BigId, default=0)
