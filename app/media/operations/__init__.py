"""Storing pictures and videos, using them, and clearing away what is not used."""

from app.media.operations.attaching import (
    attach,
    attach_video,
    hold,
    let_go,
    let_go_of_held,
    show_again,
    withhold,
)
from app.media.operations.bringing_in import bring_in
from app.media.operations.clearing import remove, remove_attached, remove_orphans, remove_videos
from app.media.operations.filming import can_film, store_video
from app.media.operations.forgetting import forget
from app.media.operations.refusals import ImageRefused, VideoRefused
from app.media.operations.storing import keep, store_image

__all__ = [
    "ImageRefused",
    "VideoRefused",
    "attach",
    "attach_video",
    "bring_in",
    "can_film",
    "forget",
    "hold",
    "keep",
    "let_go",
    "let_go_of_held",
    "remove",
    "remove_attached",
    "remove_orphans",
    "remove_videos",
    "show_again",
    "store_image",
    "store_video",
    "withhold",
]
