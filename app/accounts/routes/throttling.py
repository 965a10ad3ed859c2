"""How often an address may sign up, and how often a password may be guessed: per address and per account."""

import math

from flask import request
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_ngettext as _ln
from limits import RateLimitItem, parse
from limits.strategies import RateLimiter

from app.accounts.models import Account
from app.kernel import clock, security
from app.kernel.errors import Reason

_GUESSES_PER_ADDRESS = parse("30 per 15 minutes")
_GUESSES_PER_NAME = parse("10 per 15 minutes")
_PROOFS_PER_ACCOUNT = parse("10 per 15 minutes")
_SIGN_UPS_PER_ADDRESS = parse("10 per hour")


def why_not_guess(account: Account | None, name: str) -> Reason | None:
    """Count a guess at a password; unknown names are throttled like known ones.

    It is counted before the password is looked at: a hundred guesses at once are a hundred guesses.
    """
    return _too_many(_GUESSES_PER_ADDRESS, "guess-address", _address()) or _too_many(
        _GUESSES_PER_NAME, "guess-name", _name(account, name)
    )


def forget_guesses(account: Account) -> None:
    """The right password came: the account's count starts anew."""
    if strategy := _strategy():
        strategy.clear(_GUESSES_PER_NAME, "guess-name", _name(account, ""))


def why_not_prove(account: Account) -> Reason | None:
    """Count a guess at a second factor, before it is looked at."""
    return _too_many(_GUESSES_PER_ADDRESS, "guess-address", _address()) or _too_many(
        _PROOFS_PER_ACCOUNT, "guess-proof", str(account.id)
    )


def forget_proofs(account: Account) -> None:
    """The second factor was right: the account's count starts anew."""
    if strategy := _strategy():
        strategy.clear(_PROOFS_PER_ACCOUNT, "guess-proof", str(account.id))


def why_not_sign_up() -> Reason | None:
    """Count a new account of this address."""
    return _too_many(_SIGN_UPS_PER_ADDRESS, "sign-up", _address())


def _too_many(limit: RateLimitItem, *key: str) -> Reason | None:
    strategy = _strategy()
    if strategy is None or strategy.hit(limit, *key):
        return None
    seconds = strategy.get_window_stats(limit, *key).reset_time - clock.now().timestamp()
    return _wait(min(max(1, math.ceil(seconds / 60)), limit.get_expiry() // 60))


def _wait(minutes: int) -> Reason:
    if minutes < 2:
        return Reason("too_many", _l("That was a little often. Please try again in a minute."))
    message = _ln(
        "That was a little often. Please try again in %(num)s minute.",
        "That was a little often. Please try again in %(num)s minutes.",
        minutes,
    )
    return Reason("too_many", message)


def _strategy() -> RateLimiter | None:
    """Flask-Limiter's counter; None where limits are off."""
    if not security.limiter.enabled or security.is_trusted_loopback():
        return None
    return security.limiter.limiter


def _address() -> str:
    return request.remote_addr or ""


def _name(account: Account | None, name: str) -> str:
    return f"account {account.id}" if account is not None else f"name {name.strip().casefold()[:80]}"
