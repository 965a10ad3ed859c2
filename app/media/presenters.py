"""Pictures and videos as the pages show them."""

from dataclasses import dataclass

from app.media.models import Image, Video


@dataclass(frozen=True, slots=True)
class ImageView:
    """One stored picture with the addresses of its sizes; width and height are those of the largest, in pixels."""

    id: str
    alt: str
    width: int
    height: int
    thumb_url: str
    medium_url: str
    large_url: str
    is_long: bool = False
    is_animated: bool = False


def image_view(image: Image, alt: str = "") -> ImageView:
    """The view of a stored picture; a picture over three times as tall as wide is shown as 长图."""
    return ImageView(
        id=str(image.id),
        alt=alt,
        width=image.width,
        height=image.height,
        thumb_url=f"/media/{image.key}-thumb.webp",
        medium_url=f"/media/{image.key}-medium.webp",
        large_url=f"/media/{image.key}-large.webp",
        is_long=image.height > image.width * 3,
        is_animated=image.is_animated,
    )


@dataclass(frozen=True, slots=True)
class VideoView:
    """A stored video; width and height in pixels as it is shown, `length_label` like 1:05."""

    id: str
    url: str
    poster_url: str
    width: int
    height: int
    length_label: str


def video_view(video: Video) -> VideoView:
    """The view of a stored video."""
    return VideoView(
        id=str(video.id),
        url=f"/media/{video.key}.mp4",
        poster_url=f"/media/{video.key}-poster.webp",
        width=video.width,
        height=video.height,
        length_label=_length(video.length),
    )


def _length(milliseconds: int) -> str:
    minutes, seconds = divmod(max(1, round(milliseconds / 1000)), 60)
    return f"{minutes}:{seconds:02d}"
