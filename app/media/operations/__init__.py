"""Storing pictures and videos, using them, and clearing away what is not used."""

from app.media.operations.attaching import attach, attach_video, hold, let_go
from app.media.operations.clearing import remove, remove_attached, remove_orphans, remove_videos
from app.media.operations.filming import can_film, store_video
from app.media.operations.refusals import ImageRefused, VideoRefused
from app.media.operations.storing import keep, store_image

__all__ = [
    "ImageRefused",
    "VideoRefused",
    "attach",
    "attach_video",
    "can_film",
    "hold",
    "keep",
    "let_go",
    "remove",
    "remove_attached",
    "remove_orphans",
    "remove_videos",
    "store_image",
    "store_video",
]
