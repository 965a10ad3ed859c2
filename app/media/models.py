"""Pictures and videos."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database import Base, BigId, Id


class Image(Base):
    """A picture that was decoded, stripped and re-encoded by us; `key` is the stem of its files.

    Without an owner it belongs to the site (the picture of a product card). `guard` says who decides who may see it:
    '' everyone may, 'post', 'comment', 'message' ask about the thing `attached_to`; not yet attached, only its owner.
    Held for a draft it is not attached yet, but is not swept away either: `guard` is 'draft'.
    """

    __tablename__ = "images"
    __table_args__ = (Index("ix_images_attached_to", "attached_to"),)

    id: Mapped[Id]
    owner_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("accounts.id"), index=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[str] = mapped_column(String(8))
    width: Mapped[int]
    height: Mapped[int]
    size: Mapped[int]
    is_animated: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    attached_at: Mapped[datetime | None]
    guard: Mapped[str] = mapped_column(String(8), default="")
    attached_to: Mapped[int | None] = mapped_column(BigId)


class Video(Base):
    """An mp4 that was checked and stripped by us; files `key`.mp4 and, as its poster, `key`-poster.webp.

    `guard` and `attached_to` as for pictures; `length` in milliseconds, `size` in bytes.
    """

    __tablename__ = "videos"
    __table_args__ = (Index("ix_videos_attached_to", "attached_to"),)

    id: Mapped[Id]
    owner_id: Mapped[int] = mapped_column(BigId, ForeignKey("accounts.id"), index=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    width: Mapped[int]
    height: Mapped[int]
    length: Mapped[int]
    size: Mapped[int]
    created_at: Mapped[datetime]
    attached_at: Mapped[datetime | None]
    guard: Mapped[str] = mapped_column(String(8), default="")
    attached_to: Mapped[int | None] = mapped_column(BigId)
