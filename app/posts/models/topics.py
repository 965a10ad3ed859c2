"""Topics, which posts carry them, and who follows them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account
from app.kernel.database import Base, BigId, Id


class Topic(Base):
    """A `#topic#`; `key` is the name without case and spaces around; `host` (主持人) writes its `lead` (导语).

    Withheld by staff it stands in no list and no suggestion; its page says why.
    """

    __tablename__ = "topics"
    __table_args__ = (
        Index("ix_topics_key_beginning", "key", postgresql_ops={"key": "varchar_pattern_ops"}),
        Index("ix_topics_post_count_id", "post_count", "id"),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(32))
    key: Mapped[str] = mapped_column(String(32), unique=True)
    lead: Mapped[str] = mapped_column(String(300), default="")
    host_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    post_count: Mapped[int] = mapped_column(default=0)
    read_count: Mapped[int] = mapped_column(default=0)
    follower_count: Mapped[int] = mapped_column(default=0)
    withheld_at: Mapped[datetime | None]
    withheld_reason: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime]

    host: Mapped[Account | None] = relationship(lazy="raise_on_sql")


class PostTopic(Base):
    """A post carries a topic."""

    __tablename__ = "post_topics"
    __table_args__ = (Index("ix_post_topics_topic_id_post_id", "topic_id", "post_id"),)

    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("topics.id"), primary_key=True)


class TopicFollow(Base):
    """An account follows a topic."""

    __tablename__ = "topic_follows"
    __table_args__ = (
        UniqueConstraint("account_id", "topic_id"),
        Index("ix_topic_follows_account_id_id", "account_id", "id"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("topics.id"))
    created_at: Mapped[datetime]

    topic: Mapped[Topic] = relationship(lazy="raise_on_sql")
