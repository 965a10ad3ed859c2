"""Clearing pictures away: files first, then the row, so that a crash in between leaves work, not rubbish."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete

from app.kernel import storage
from app.kernel.database import db
from app.kernel.transactions import operation
from app.media import queries
from app.media.models import Image, Video

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
def remove_videos(videos: Iterable[Video]) -> None:
    """The same for videos and their posters."""
    gone = list(videos)
    for video in gone:
        storage.remove(f"{video.key}.mp4")
        storage.remove(f"{video.key}-poster.webp")
    if gone:
        db.session.execute(delete(Video).where(Video.id.in_([video.id for video in gone])))


@operation
def remove_attached(guard: str, to: int) -> None:
    """Remove every picture and video of one thing, once no row points to them any more; twice changes nothing."""
    remove(queries.images_attached_to(guard, to))
    remove_videos(queries.videos_attached_to(guard, to))


@operation
def remove_orphans(now: datetime) -> int:
    """Remove what was uploaded a day ago or earlier and never used; returns how many files' rows went."""
    storage.clear_workshops(left_before=now - queries.KEPT_UNUSED_FOR)
    images, videos = queries.orphans(now), queries.orphan_videos(now)
    remove(images)
    remove_videos(videos)
    return len(images) + len(videos)
