"""Signing up costs a moment of the browser's work instead of a riddle of somebody else's: a number is to be found.

The server picks a number below the difficulty and tells the SHA-256 of it and a salt; browsers try one number after
another. One sign-up is not noticed by people; ten thousand are by whoever has to pay for the machines.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app
from flask_babel import lazy_gettext as _l

from app.kernel import cache, security, settings
from app.kernel.errors import Reason

DIFFICULTY = settings.define(
    "sign_up.difficulty",
    100_000,
    _l("Work of a browser at sign-up"),
    hint=_l("How many numbers it tries at most; 100000 take a phone about half a second. 0 asks for no work."),
    most=5_000_000,
)
LASTS = timedelta(minutes=10)
_PURPOSE = "sign-up effort"

_NOT_DONE = Reason("no_effort", _l("Your browser was not ready yet. Please wait a second and try again."))


@dataclass(frozen=True, slots=True)
class Effort:
    """What a browser is to find: the number below `size` whose SHA-256 after `salt:` is `digest`, for `token`."""

    token: str
    salt: str
    digest: str
    size: int


def new_effort(now: datetime) -> Effort | None:
    """Work for one sign-up within LASTS; None where none is asked for."""
    size = _size()
    if not size:
        return None
    salt = secrets.token_hex(12)
    digest = _digest(salt, secrets.randbelow(size))
    token = security.signed(_PURPOSE, [salt, digest, int((now + LASTS).timestamp())])
    return Effort(token, salt, digest, size)


def why_not_spend(token: str, answer: str, *, now: datetime) -> Reason | None:
    """Use the work up; what is wrong with it, if it is not done, too old, or was used before."""
    if not _size():
        return None
    match security.unsigned(_PURPOSE, token):
        case [salt, digest, until] if now.timestamp() <= until and _digest(salt, answer) == digest:
            is_first = cache.add(f"effort:{salt}", seconds=int(LASTS.total_seconds()))
            return None if is_first else _NOT_DONE
    return _NOT_DONE


def _size() -> int:
    return int(settings.value(DIFFICULTY)) if current_app.config["SIGN_UP_EFFORT"] else 0


def _digest(salt: str, number: int | str) -> str:
    return hashlib.sha256(f"{salt}:{number}".encode()).hexdigest()
