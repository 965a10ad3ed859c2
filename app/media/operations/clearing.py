"""Clearing pictures away: files first, then the row, so that a crash in between leaves work, not rubbish."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, update

from app.kernel import storage
from app.kernel.database import db
from app.kernel.transactions import operation
from app.media import queries
from app.media.models import Image

SIZES = ("thumb", "medium", "large")


@operation
def remove(images: Iterable[Image]) -> None:
    """Remove pictures for good, files and rows; nothing may hang on them any more."""
    gone = list(images)
    for image in gone:
        for size in SIZES:
            storage.remove(f"{image.key}-{size}.webp")
    if gone:
        db.session.execute(delete(Image).where(Image.id.in_([image.id for image in gone])))


@operation
def let_go(key: str) -> None:
    """A picture is no longer used (an avatar was replaced): the next sweep takes it."""
    db.session.execute(update(Image).where(Image.key == key).values(attached_at=None))


@operation
def remove_orphans(now: datetime) -> int:
    """Remove what was uploaded a day ago or earlier and never used; returns how many pictures went."""
    found = queries.orphans(now)
    remove(found)
    return len(found)
