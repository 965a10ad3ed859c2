"""Home feeds."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database import Base, BigId


class HomeEntry(Base):
    """A post in a reader's home feed: placed by fan-out, at most once."""

    __tablename__ = "home_entries"
    __table_args__ = (Index("ix_home_entries_account_id_author_id", "account_id", "author_id"),)

    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), primary_key=True)
    post_id: Mapped[int] = mapped_column(BigId, ForeignKey("posts.id"), primary_key=True)
    author_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
