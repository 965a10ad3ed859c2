"""The codes of second factors: time-based ones of authenticator apps (RFC 6238), and recovery codes."""

import hmac
import re
import secrets
from datetime import datetime

import pyotp
from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason

RECOVERY_CODES = 10
MOST_FACTORS = 12
FACTOR_NAME_MAX = 40

_STEP = 30  # seconds that a code lasts
_DRIFT = 1  # steps that a phone's clock may be off
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that are read as another
_RECOVERY_LENGTH = 10

TOO_MANY_FACTORS = Reason("too_many_factors", _l("An account has at most 12 authenticator apps and passkeys."))
_NAME_LONG = Reason("factor_name_long", _l("A name has at most 40 characters."))


def new_secret() -> str:
    """A secret for an authenticator app, in base32."""
    return pyotp.random_base32()


def address_of(secret: str, *, account: str, site: str) -> str:
    """The otpauth: address that authenticator apps read out of a QR code."""
    return str(pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=site))


def next_code(secret: str, *, now: datetime, after: int) -> str:
    """What the app shows now; or next, when the present code was taken already."""
    return str(pyotp.TOTP(secret).generate_otp(max(int(now.timestamp()) // _STEP, after + 1)))


def step_of(secret: str, code: str, *, now: datetime, after: int) -> int | None:
    """The time step that a code was made for, if that is later than `after`: no code opens twice."""
    app, present = pyotp.TOTP(secret), int(now.timestamp()) // _STEP
    right = None
    for step in range(present - _DRIFT, present + _DRIFT + 1):
        if hmac.compare_digest(app.generate_otp(step), code) and step > after:
            right = step
    return right


def tidy_code(typed: str) -> str:
    """A code without what people and phones put between its characters, in small letters."""
    return re.sub(r"[\s\-‐‑–—]", "", typed).lower()


def is_app_code(code: str) -> bool:
    """Whether a (tidied) code is one of an authenticator app, by its shape; else it is a recovery code."""
    return re.fullmatch(r"[0-9]{6}", code) is not None


def new_recovery_code() -> str:
    """Ten signs: 49 bits that nobody guesses."""
    return "".join(secrets.choice(_SIGNS) for _ in range(_RECOVERY_LENGTH))


def why_not_factor_name(name: str) -> Reason | None:
    """What is wrong with the (tidied) name of a second factor."""
    return _NAME_LONG if len(name) > FACTOR_NAME_MAX else None
