"""Conversations of two and their messages."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.kernel.database import Base, BigId, Id
from app.media.models import Image
from app.posts.models import Post
from app.products.models import Product

BOXES = ("main", "strangers")
ACCEPTED = ("all", "followed")
"""Whose first message an account accepts: everyone's (into the strangers' box) or that of those it follows."""


class Conversation(Base):
    """All messages between two accounts; `pair` is their ids, the lower one first: `3-7`."""

    __tablename__ = "conversations"

    id: Mapped[Id]
    pair: Mapped[str] = mapped_column(String(40), unique=True)
    created_at: Mapped[datetime]


class Participant(Base):
    """How a conversation stands for one of its two members; `latest_id` (of a message) orders her list.

    Messages up to `cleared_id` she has removed for herself (`latest_id` is 0 then, until a new one comes); the other
    one's `read_id` is what 「已读」 goes by.
    """

    __tablename__ = "participants"
    __table_args__ = (
        Index("ix_participants_account_id_box_latest_id", "account_id", "box", "latest_id"),
        Index(
            "ix_participants_unread",
            "account_id",
            "box",
            sqlite_where=text("unread_count > 0"),
            postgresql_where=text("unread_count > 0"),
        ),
    )

    conversation_id: Mapped[int] = mapped_column(BigId, ForeignKey("conversations.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    box: Mapped[str] = mapped_column(String(10), default="main")
    latest_id: Mapped[int] = mapped_column(BigId, default=0)
    read_id: Mapped[int] = mapped_column(BigId, default=0)
    cleared_id: Mapped[int] = mapped_column(BigId, default=0)
    unread_count: Mapped[int] = mapped_column(default=0)

    other: Mapped[Account] = relationship(foreign_keys=other_id, lazy="raise_on_sql")


class Message(Base):
    """One message: words, and a picture, a product or a post at most. Taken back (撤回) it keeps its place, empty.

    Taken down by staff it is hidden from both; its words stay until appeals are over, then it is empty as well.
    """

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("author_id", "client_key"),
        Index("ix_messages_conversation_id_id", "conversation_id", "id"),
    )

    id: Mapped[Id]
    conversation_id: Mapped[int] = mapped_column(BigId, ForeignKey("conversations.id"))
    author_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    entities: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    label: Mapped[str] = mapped_column(String(8), default="")
    image_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("images.id"), index=True)
    product_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("products.id"))
    post_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("posts.id"))
    created_at: Mapped[datetime]
    taken_back_at: Mapped[datetime | None]
    taken_down_at: Mapped[datetime | None]
    client_key: Mapped[str | None] = mapped_column(String(36))

    author: Mapped[Account] = relationship(foreign_keys=author_id, lazy="raise_on_sql")
    image: Mapped[Image | None] = relationship(lazy="raise_on_sql")
    product: Mapped[Product | None] = relationship(lazy="raise_on_sql")
    post: Mapped[Post | None] = relationship(lazy="raise_on_sql")

    @property
    def is_gone(self) -> bool:
        """Whether only its place is left, for its members."""
        return self.taken_back_at is not None or self.taken_down_at is not None


class MessageSetting(Base):
    """Whose first message an account accepts; without a row everyone's."""

    __tablename__ = "message_settings"

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    accepts: Mapped[str] = mapped_column(String(10), default="all")
