"""Writing a picture in the sizes that pages use, all of them WebP."""

import io
from dataclasses import dataclass

from PIL import Image as Pictures
from PIL import ImageOps

from app.media import rules
from app.media.operations.decoding import Decoded, decode

THUMB = 360
MEDIUM = 720
LARGE = 2048
LARGE_MOVING = 720
POSTER = 1280
LONG_WIDTH = 1080
TALLEST = 16_000  # WebP ends at 16,383


@dataclass(frozen=True)
class Encoded:
    """The files of one picture by size name; width and height are those of the large one."""

    kind: str
    files: dict[str, bytes]
    width: int
    height: int
    is_animated: bool


def process(content: bytes, kind: str) -> Encoded:
    """From a stranger's bytes to our files: pure work for a processor. Raises decoding.Undecodable."""
    return encode(decode(content, kind, draft=LARGE, moving=LARGE_MOVING))


def encode(decoded: Decoded, *, effort: int = 4) -> Encoded:
    """The files of a decoded picture; `effort` from 0 (fast) to 6 (small)."""
    large = _large(decoded.frames[0])
    medium = _within(large, MEDIUM, TALLEST)
    middle = _webp(medium, effort)
    files = {"thumb": _webp(_square(large), effort), "medium": middle}
    if decoded.is_animated:
        files["large"] = _moving_webp(decoded)
    else:
        files["large"] = middle if medium is large else _webp(large, effort)
    return Encoded(decoded.kind, files, large.width, large.height, decoded.is_animated)


def poster(content: bytes) -> bytes:
    """The still picture of a video, as it stands before it is played. Raises decoding.Undecodable."""
    still = decode(content, "png", draft=POSTER, moving=POSTER).frames[0].convert("RGB")
    return _webp(_within(still, POSTER, POSTER), 4)


def is_long(width: int, height: int) -> bool:
    """长图: shown cut off, opened at its full length."""
    return height > width * rules.LONG


def _large(picture: Pictures.Image) -> Pictures.Image:
    """No side over LARGE; of a long picture only the width counts, as its text must stay readable."""
    if is_long(*picture.size):
        return _within(picture, LONG_WIDTH, TALLEST)
    return _within(picture, LARGE, LARGE)


def _within(picture: Pictures.Image, width: int, height: int) -> Pictures.Image:
    scale = min(1.0, width / picture.width, height / picture.height)
    if scale == 1.0:
        return picture
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Pictures.Resampling.LANCZOS)


def _square(picture: Pictures.Image) -> Pictures.Image:
    side = min(THUMB, *picture.size)
    top = 0.0 if is_long(*picture.size) else 0.5
    return ImageOps.fit(picture, (side, side), Pictures.Resampling.LANCZOS, centering=(0.5, top))


def _webp(picture: Pictures.Image, effort: int) -> bytes:
    target = io.BytesIO()
    picture.save(target, "WEBP", quality=82, method=effort)
    return target.getvalue()


def _moving_webp(decoded: Decoded) -> bytes:
    target = io.BytesIO()
    first, *others = decoded.frames
    first.save(
        target, "WEBP", save_all=True, append_images=others, duration=decoded.durations, loop=decoded.loop,
        quality=70, method=2, minimize_size=False,
    )  # fmt: skip
    return target.getvalue()
