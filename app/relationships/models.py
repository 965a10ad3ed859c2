"""Edges between accounts."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.kernel.database import Base, BigId, Id


class Follow(Base):
    """`follower` reads what `followee` writes; the id orders both lists by time."""

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
