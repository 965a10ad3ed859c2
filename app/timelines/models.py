"""Home feeds, and what their readers do not want to meet in them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account  # noqa: F401 - the table the foreign keys name
from app.kernel.database import Base, BigId, Id
from app.posts.models import Topic


class HomeEntry(Base):
    """A post in a reader's home feed: placed by fan-out, at most once."""

    __tablename__ = "home_entries"
    __table_args__ = (Index("ix_home_entries_account_id_author_id", "account_id", "author_id", "post_id"),)

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    author_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))


class MutedWord(Base):
    """屏蔽词: posts with this word stay out of the reader's feeds; `key` is the word as it is compared."""

    __tablename__ = "muted_words"
    __table_args__ = (UniqueConstraint("account_id", "key"),)

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    word: Mapped[str] = mapped_column(String(30))
    key: Mapped[str] = mapped_column(String(60))
    created_at: Mapped[datetime]


class MutedTopic(Base):
    """Posts with this topic stay out of the reader's feeds."""

    __tablename__ = "muted_topics"

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("topics.id"), primary_key=True)
    created_at: Mapped[datetime]

    topic: Mapped[Topic] = relationship(lazy="raise_on_sql")


class FeedSetting(Base):
    """What a reader has chosen for all her feeds; without a row the defaults hold."""

    __tablename__ = "feed_settings"

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    hides_products: Mapped[bool] = mapped_column(default=False)
