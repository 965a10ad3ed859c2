"""Reading a stranger's picture: measured before it is decoded, turned upright, brought to sRGB, stripped."""

import io
import struct
from dataclasses import dataclass

from PIL import Image as Pictures
from PIL import ImageCms, ImageOps, ImageSequence

from app.kernel.errors import Reason
from app.media import rules

# The library's own limit only warns, and lets the double through: `_measure` below is stricter.
Pictures.MAX_IMAGE_PIXELS = None

_SRGB = ImageCms.createProfile("sRGB")
_WHAT_BROKEN_FILES_RAISE = (
    OSError, SyntaxError, ValueError, EOFError, struct.error, IndexError, KeyError, TypeError, OverflowError,
    MemoryError,
)  # fmt: skip


class Undecodable(Exception):
    """The bytes cannot become a picture of ours."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


@dataclass(frozen=True)
class Decoded:
    """Upright frames in RGB or RGBA without metadata; `durations` in milliseconds, one a frame."""

    kind: str
    frames: list[Pictures.Image]
    durations: list[int]
    loop: int = 0

    @property
    def is_animated(self) -> bool:
        """Whether it moves."""
        return len(self.frames) > 1


def decode(content: bytes, kind: str, *, draft: int, moving: int) -> Decoded:
    """The picture in `content`, no side cut below `draft`; a moving one within `moving`. Raises Undecodable."""
    try:
        _measure(*_webp_size(content) if kind == "webp" else (0, 0))
        with Pictures.open(io.BytesIO(content), formats=[kind.upper()]) as picture:
            _measure(*picture.size)
            if kind != "jpeg" and getattr(picture, "n_frames", 1) > 1:
                return _moving(picture, kind, moving)
            if kind == "jpeg":
                picture.draft(None, (draft, draft))  # lets the decoder skip detail that is not kept
            return Decoded(kind, [_clean(picture)], [0])
    except _WHAT_BROKEN_FILES_RAISE as error:
        raise Undecodable(rules.BROKEN) from error


def _measure(width: int, height: int) -> None:
    if width * height > rules.MAX_PIXELS:
        raise Undecodable(rules.TOO_MANY_PIXELS)


def _moving(picture: Pictures.Image, kind: str, largest: int) -> Decoded:
    count = getattr(picture, "n_frames", 1)
    if count > rules.MAX_FRAMES or count * picture.width * picture.height > rules.MAX_FRAME_PIXELS:
        raise Undecodable(rules.TOO_LONG_MOVING)
    frames, durations = [], []
    for frame in ImageSequence.Iterator(picture):
        durations.append(max(int(frame.info.get("duration", 0) or 0), 20))
        still = _clean(frame)
        still.thumbnail((largest, largest))
        frames.append(still)
    return Decoded(kind, frames, durations, int(picture.info.get("loop", 0) or 0))


def _clean(picture: Pictures.Image) -> Pictures.Image:
    """A copy that is upright, in sRGB, and carries nothing but its pixels."""
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    coloured = _in_srgb(upright, picture.info.get("icc_profile"))
    bare = Pictures.new(coloured.mode, coloured.size)
    bare.paste(coloured)
    return bare


def _in_srgb(picture: Pictures.Image, profile: bytes | None) -> Pictures.Image:
    if picture.mode.startswith("I"):
        picture = picture.point(lambda value: value / 256).convert("L")
    has_alpha = picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info
    target = "RGBA" if has_alpha else "RGB"
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                picture, given, _SRGB, outputMode="RGBA" if picture.mode == "RGBA" else "RGB"
            )
        except (ImageCms.PyCMSError, OSError):
            return picture.convert(target)  # a profile that cannot be read: the numbers as they are
        return (converted or picture).convert(target)
    return picture.convert(target)


def _webp_size(content: bytes) -> tuple[int, int]:
    """Width and height out of the header: opening a WebP already takes memory for all of it."""
    chunk = content[12:16]
    if chunk == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if chunk == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    raise Undecodable(rules.BROKEN)
