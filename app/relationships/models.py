"""Edges between accounts."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.kernel.database import Base, BigId, Id


class Follow(Base):
    """`follower` reads what `followee` writes; the id orders both lists by time. Special (特别关注) is her secret."""

    __tablename__ = "follows"
    __table_args__ = (
        UniqueConstraint("follower_id", "followee_id"),
        CheckConstraint("follower_id <> followee_id", name="not_oneself"),
        Index("ix_follows_followee_id_id", "followee_id", "id"),
        Index("ix_follows_follower_id_id", "follower_id", "id"),
    )

    id: Mapped[Id]
    follower_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    followee_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    is_special: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]

    follower: Mapped[Account] = relationship(foreign_keys=follower_id)
    followee: Mapped[Account] = relationship(foreign_keys=followee_id)


class Block(Base):
    """Mutual invisibility, whoever of the two asked for it."""

    __tablename__ = "blocks"
    __table_args__ = (
        UniqueConstraint("blocker_id", "blocked_id"),
        CheckConstraint("blocker_id <> blocked_id", name="not_oneself"),
        Index("ix_blocks_blocked_id", "blocked_id"),
    )

    id: Mapped[Id]
    blocker_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    blocked_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    created_at: Mapped[datetime]


class Mute(Base):
    """The muter no longer meets the muted in feeds; the muted does not learn of it."""

    __tablename__ = "mutes"
    __table_args__ = (
        UniqueConstraint("muter_id", "muted_id"),
        CheckConstraint("muter_id <> muted_id", name="not_oneself"),
    )

    id: Mapped[Id]
    muter_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    muted_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    created_at: Mapped[datetime]


class RepostMute(Base):
    """不看TA的转发: the muter still meets what the muted writes, but not what it passes on."""

    __tablename__ = "repost_mutes"

    muter_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    muted_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    created_at: Mapped[datetime]


class Group(Base):
    """分组: people whom the owner has put together, to read them alone or to write for them alone; nobody is told."""

    __tablename__ = "groups"
    __table_args__ = (
        UniqueConstraint("owner_id", "name"),
        Index("ix_groups_owner_id_position", "owner_id", "position"),
    )

    id: Mapped[Id]
    owner_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    name: Mapped[str] = mapped_column(String(16))
    position: Mapped[int] = mapped_column(default=0)
    member_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]


class GroupMember(Base):
    """An account in a group; the id orders the group's list by time."""

    __tablename__ = "group_members"
    __table_args__ = (
        UniqueConstraint("group_id", "account_id"),
        Index("ix_group_members_account_id_group_id", "account_id", "group_id"),
        Index("ix_group_members_group_id_id", "group_id", "id"),
    )

    id: Mapped[Id]
    group_id: Mapped[int] = mapped_column(BigId, ForeignKey("groups.id", ondelete="CASCADE"))
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    created_at: Mapped[datetime]

    account: Mapped[Account] = relationship(lazy="raise_on_sql")
