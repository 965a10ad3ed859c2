"""Which files prove something: pictures and PDF, known by their first bytes, under a name that is safe to show."""

import re
import unicodedata
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.media import rules as media

BYTES_MAX = 10 * 1024 * 1024
FILES_MAX = 6
_NAME_MAX = 80
_EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "application/pdf": "pdf"}
_NOT_IN_NAMES = re.compile(r"[\"'<>|:*?;%`$\\/]+")

_EMPTY = Reason("empty", _l("One of the files is empty."))
_TOO_LARGE = Reason("too_large", _l("Each file may have 10 MB at most."))
_NOT_A_PROOF = Reason("not_a_proof", _l("Only JPEG, PNG and WebP pictures and PDF files can be handed in."))
_CUT_OFF = Reason("broken", _l("This PDF is damaged or was cut off. Try another copy of it."))


@dataclass(frozen=True)
class Proof:
    """A file as it came in."""

    filename: str
    content: bytes


def kind_of(content: bytes) -> str:
    """The media type by the first bytes; '' for anything that is no proof. What the sender calls it does not count."""
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    mimetype = f"image/{media.kind_of(content)}"
    return mimetype if mimetype in _EXTENSIONS else ""


def why_not_proof(content: bytes) -> Reason | None:
    """What the bytes tell before a picture is decoded."""
    if not content:
        return _EMPTY
    if len(content) > BYTES_MAX:
        return _TOO_LARGE
    mimetype = kind_of(content)
    if not mimetype:
        return _NOT_A_PROOF
    return _CUT_OFF if mimetype == "application/pdf" and b"%%EOF" not in content[-2048:] else None


def tidy_filename(typed: str, mimetype: str) -> str:
    """The name without folders, control and direction characters; it ends as the content demands."""
    name = unicodedata.normalize("NFKC", typed).replace("\\", "/").rpartition("/")[2]
    name = "".join(one for one in name if unicodedata.category(one)[0] != "C")
    stem = name.rpartition(".")[0] or name
    stem = " ".join(_NOT_IN_NAMES.sub(" ", stem).split()).strip(". ")
    return f"{stem[:_NAME_MAX].rstrip() or 'proof'}.{_EXTENSIONS[mimetype]}"
