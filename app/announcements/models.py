"""Announcements and the community rules."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.accounts.models import Account  # noqa: F401 - the table the foreign keys name
from app.kernel.database import Base, BigId, Id


class Announcement(Base):
    """A line above every page from `starts_at` until `ends_at` (None: until withdrawn); readers may put it away."""

    __tablename__ = "announcements"
    __table_args__ = (Index("ix_announcements_starts_at", "starts_at"),)

    id: Mapped[Id]
    text_zh: Mapped[str] = mapped_column(String(200))
    text_en: Mapped[str] = mapped_column(String(300), default="")
    link: Mapped[str] = mapped_column(String(300), default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    by_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"))
    created_at: Mapped[datetime]


class Charter(Base):
    """One version of the community rules (公约), in plain paragraphs; a published one never changes."""

    __tablename__ = "charters"

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text_zh: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text, default="")
    summary_zh: Mapped[str] = mapped_column(String(300), default="")
    summary_en: Mapped[str] = mapped_column(String(300), default="")
    by_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"))
    published_at: Mapped[datetime]
