"""Which files may become pictures."""

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
