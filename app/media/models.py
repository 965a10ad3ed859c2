"""Pictures."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database import Base, BigId, Id


class Image(Base):
    """A picture that was decoded, stripped and re-encoded by us; `key` is the stem of its files.

    Without an owner it belongs to the site (the picture of a product card).
    """

    __tablename__ = "images"

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
