"""Pictures as the pages show them."""

from dataclasses import dataclass

from app.media.models import Image


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
