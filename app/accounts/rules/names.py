"""Handles, nicknames and e-mail addresses: how they are tidied, and what they may look like."""

import re
import unicodedata

from email_validator import EmailNotValidError, validate_email
from flask_babel import lazy_gettext as _l

from app.accounts.rules.reserved import is_confusable
from app.kernel.errors import Reason

HANDLE_TAKEN = Reason("handle_taken", _l("This handle belongs to someone else."))
NICKNAME_TAKEN = Reason("nickname_taken", _l("This nickname belongs to someone else."))
EMAIL_TAKEN = Reason("email_taken", _l("There is an account with this e-mail address already."))

NICKNAME_NOT_ALLOWED = Reason("words", _l("This nickname holds a word that cannot be used here."))
_HANDLE_LENGTH = Reason("handle_length", _l("A handle has 3 to 20 characters."))
_HANDLE_CHARACTERS = Reason("handle_characters", _l("A handle is made of the letters a–z, digits and _."))
_NICKNAME_LENGTH = Reason("nickname_length", _l("A nickname has 2 to 20 characters."))
_NICKNAME_CHARACTERS = Reason(
    "nickname_characters", _l("A nickname is made of letters, Chinese characters, digits, _, - and ·.")
)
_RESERVED = Reason("name_reserved", _l("This name could be taken for the site's own. Please choose another one."))
_EMAIL = Reason("email", _l("This does not look like an e-mail address."))

_KEY_MAX = 24  # some letters grow when case-folded; the column of the keys holds no more


def tidy_handle(typed: str) -> str:
    """The handle without spaces around and a leading @, in small letters."""
    return typed.strip().removeprefix("@").lower()


def tidy_nickname(typed: str) -> str:
    """The nickname without spaces around, full-width letters made ordinary, so that they cannot double a name."""
    return unicodedata.normalize("NFKC", typed).strip()


def tidy_email(typed: str) -> str:
    """The address as it is kept and compared; what is no address comes back as it was typed."""
    try:
        return validate_email(typed.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return typed.strip()


def why_not_handle(handle: str) -> Reason | None:
    """What is wrong with a (tidied) handle."""
    if not 3 <= len(handle) <= 20:
        return _HANDLE_LENGTH
    if not re.fullmatch(r"[a-z0-9_]+", handle) or not re.search(r"[a-z0-9]", handle):
        return _HANDLE_CHARACTERS
    return _RESERVED if is_confusable(handle) else None


def why_not_nickname(nickname: str) -> Reason | None:
    """What is wrong with a (tidied) nickname."""
    if not 2 <= len(nickname) <= 20 or len(nickname.casefold()) > _KEY_MAX:
        return _NICKNAME_LENGTH
    if not re.fullmatch(r"[\w\-·]+", nickname) or not re.search(r"[^\W_]", nickname):
        return _NICKNAME_CHARACTERS
    return _RESERVED if is_confusable(nickname) else None


def why_not_email(email: str) -> Reason | None:
    """What is wrong with an address; nothing is asked of the network."""
    try:
        address = validate_email(email, check_deliverability=False)
    except EmailNotValidError:
        return _EMAIL
    return _EMAIL if len(address.normalized) > 254 else None
