"""What a profile may say."""

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.kernel.text import weight

BIO_MAX = 140
_BIO_CHARACTERS = 500  # a link weighs 10 however long it is; the column does not

_BIO_LONG = Reason("bio_long", _l("A bio has at most 140 characters."))


def tidy_bio(typed: str) -> str:
    """The bio on one line, without spaces around."""
    return " ".join(typed.split())


def why_not_bio(bio: str) -> Reason | None:
    """What is wrong with a (tidied) bio."""
    return _BIO_LONG if weight(bio) > BIO_MAX or len(bio) > _BIO_CHARACTERS else None
