"""What a password must be like: long enough, and not the first thing a stranger would try."""

from itertools import pairwise

from flask_babel import lazy_gettext as _l

from app.accounts.rules.worst_passwords import WORST
from app.kernel.errors import Reason

PASSWORD_MIN = 8
PASSWORD_MAX = 200  # nobody types more; hashing a megabyte would be a way to keep us busy

_SHORT = Reason("password_short", _l("A password has at least 8 characters."))
_LONG = Reason("password_long", _l("A password has at most 200 characters."))
_WORST = Reason("password_common", _l("This is one of the passwords that are tried first. Please choose another one."))
_NAME = Reason("password_name", _l("The password must differ from your names and your e-mail address."))


def why_not_password(password: str, *, names: tuple[str, ...] = ()) -> Reason | None:
    """What is wrong with a password of the person with these names and addresses."""
    if len(password) < PASSWORD_MIN:
        return _SHORT
    if len(password) > PASSWORD_MAX:
        return _LONG
    folded = password.casefold()
    if folded in WORST or _is_a_row(folded):
        return _WORST
    return _NAME if folded in _variants(names) else None


def _is_a_row(password: str) -> bool:
    """One character again and again, or a run like 12345678 and hgfedcba."""
    steps = {ord(after) - ord(before) for before, after in pairwise(password)}
    return steps in ({0}, {1}, {-1})


def _variants(names: tuple[str, ...]) -> set[str]:
    folded = {name.casefold() for name in names if name}
    return folded | {name.split("@")[0] for name in folded} | {f"@{name}" for name in folded}
