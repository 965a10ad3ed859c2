"""Which files may become pictures and videos."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000
MAX_FRAMES = 200
MAX_FRAME_PIXELS = 100_000_000
LONG = 3
"""A picture over three times as tall as wide is a long one (长图)."""

EMPTY = Reason("empty", _l("This file is empty."))
TOO_LARGE = Reason("too_large", _l("This picture is larger than 20 MB. Make it a little smaller."))
TOO_MANY_PIXELS = Reason(
    "too_many_pixels", _l("This picture has more than 50 million pixels. Make it a little smaller.")
)
TOO_LONG_MOVING = Reason("too_many_pixels", _l("This moving picture is too long. Shorten it or make it smaller."))
NOT_AN_IMAGE = Reason("not_an_image", _l("This is not a JPEG, PNG, WebP or GIF picture."))
SVG = Reason("svg", _l("SVG drawings cannot be used. Save it as PNG and try again."))
MISLABELLED = Reason("mislabelled", _l("This file is not what its name says. Save it again as a JPEG or PNG picture."))
BROKEN = Reason("broken", _l("This picture is damaged or was cut off. Try another copy of it."))
USED = Reason("used", _l("This picture is already part of a post."))

MAX_VIDEO_BYTES = 100 * 1024 * 1024
MAX_LENGTH = 10 * 60 * 1000
MAX_SIDE = 4096
MAX_VIDEO_PIXELS = 4096 * 2304

NO_FFMPEG = Reason("no_video", _l("This site cannot take videos yet. Pictures work as always."))
VIDEO_TOO_LARGE = Reason("too_large", _l("This video is larger than 100 MB. Shorten it or save it smaller."))
VIDEO_TOO_LONG = Reason("too_long", _l("This video is longer than 10 minutes. Cut out the best part of it."))
VIDEO_TOO_WIDE = Reason("too_many_pixels", _l("This video has more pixels than 4K. Save it smaller and try again."))
NOT_A_VIDEO = Reason("not_a_video", _l("This is not an mp4 video. Save it as mp4 and try again."))
WRONG_CODEC = Reason(
    "wrong_codec", _l("Not every browser can play this video. Save it as mp4 with H.264 and AAC and try again.")
)
VIDEO_BROKEN = Reason("broken", _l("This video is damaged or was cut off. Try another copy of it."))
VIDEO_USED = Reason("used", _l("This video is already part of a post."))

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_EXTENSIONS = {"jpg": "jpeg", "jpeg": "jpeg", "jpe": "jpeg", "jfif": "jpeg", "png": "png", "webp": "webp", "gif": "gif"}
_MIMETYPES = {"image/jpg": "jpeg", "image/pjpeg": "jpeg", "image/x-png": "png"} | {
    f"image/{kind}": kind for kind in ("jpeg", "png", "webp", "gif")
}
_SAYS_NOTHING = {"", "application/octet-stream", "binary/octet-stream"}


def kind_of(content: bytes) -> str:
    """jpeg, png, webp or gif by the first bytes; '' for anything else."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return next((kind for signature, kind in SIGNATURES if content.startswith(signature)), "")


def why_not_store(content: bytes, *, filename: str = "", mimetype: str = "") -> Reason | None:
    """What the bytes and the label on them tell before anything is decoded."""
    if not content:
        return EMPTY
    if len(content) > MAX_BYTES:
        return TOO_LARGE
    if _is_svg(content):
        return SVG
    extension = filename.rpartition(".")[2].lower() if "." in filename else ""
    kind = kind_of(content)
    if not kind:
        return MISLABELLED if extension in _EXTENSIONS else NOT_AN_IMAGE
    is_as_named = _EXTENSIONS.get(extension, kind) == kind
    is_as_sent = mimetype in _SAYS_NOTHING or _MIMETYPES.get(mimetype) == kind
    return None if is_as_named and is_as_sent else MISLABELLED


def _is_svg(content: bytes) -> bool:
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(b"<") and b"<svg" in start and b"<html" not in start


@dataclass(frozen=True)
class Film:
    """What is known about a video file: `length` in ms, `size` in bytes; `sound` is the codec, '' for none."""

    length: int
    size: int
    sound: str = ""
    track: int = 0
    sound_track: int | None = None
    codec: str = ""
    pixels: str = ""
    width: int = 0
    height: int = 0


def why_not_mp4(beginning: bytes) -> Reason | None:
    """What the first bytes of a file tell: an mp4 says so in its first box."""
    return None if beginning[4:8] == b"ftyp" else NOT_A_VIDEO


def why_not_film(film: Film) -> Reason | None:
    """H.264 in 8-bit 4:2:0 with AAC or without sound plays in every browser; at most 10 minutes, at most 4K."""
    if not film.codec:
        return NOT_A_VIDEO
    if film.codec != "h264" or film.pixels not in ("yuv420p", "yuvj420p") or film.sound not in ("", "aac"):
        return WRONG_CODEC
    if film.width < 2 or film.height < 2 or film.length <= 0:
        return VIDEO_BROKEN
    if max(film.width, film.height) > MAX_SIDE or film.width * film.height > MAX_VIDEO_PIXELS:
        return VIDEO_TOO_WIDE
    return VIDEO_TOO_LONG if film.length > MAX_LENGTH else None


def why_cut_off(promised: Film, found: Film) -> Reason | None:
    """A file whose end is missing still promises its full length."""
    return VIDEO_BROKEN if found.length < promised.length * 0.9 - 500 else None
