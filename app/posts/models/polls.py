"""Polls: what is asked, what can be chosen, who has voted."""

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Account  # noqa: F401 - the table the foreign keys name
from app.kernel.database import Base, BigId
from app.media.models import Image
from app.products.models import Product


class Poll(Base):
    """The poll of an original post: 2 to 9 options, of which one or (`most`) several may be chosen."""

    __tablename__ = "polls"

    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    most: Mapped[int] = mapped_column(default=1)
    closes_at: Mapped[datetime]
    voter_count: Mapped[int] = mapped_column(default=0)


class PollOption(Base):
    """One thing to choose, with a picture or a product card if the author likes."""

    __tablename__ = "poll_options"

    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("polls.post_id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(String(40))
    image_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("images.id"), index=True)
    product_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("products.id"), index=True)
    vote_count: Mapped[int] = mapped_column(default=0)

    image: Mapped[Image | None] = relationship(lazy="raise_on_sql")
    product: Mapped[Product | None] = relationship(lazy="raise_on_sql")


class Ballot(Base):
    """An account has voted in a poll: once, whatever it chose."""

    __tablename__ = "ballots"

    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("polls.post_id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    created_at: Mapped[datetime]


class Vote(Base):
    """What an account has chosen; one row an option."""

    __tablename__ = "votes"
    __table_args__ = (
        ForeignKeyConstraint(["post_id", "position"], ["poll_options.post_id", "poll_options.position"]),
        Index("ix_votes_account_id_post_id", "account_id", "post_id"),
    )

    post_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
