"""Hashing with argon2id: off the event loop, at a cost that the configuration may lower for tests."""

import functools

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import current_app
from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.accounts.rules import PASSWORD_MAX
from app.kernel import offload
from app.kernel.errors import Reason, Refusal

COST = (1, 47104, 1)
"""Rounds, KiB of memory, lanes: the first choice of the OWASP password storage cheat sheet."""

_WRONG_PRESENT = Reason("wrong_password", _l("This is not your present password."))


class NotChanged(Refusal):
    """Everything stays; `field` is current_password or new_password."""

    status = 422

    def __init__(self, reason: Reason, field: str) -> None:
        super().__init__(reason)
        self.field = field


def require_password(account: Account, password: str) -> None:
    """Whoever changes what opens the account must know its password; raises NotChanged. Not inside a transaction."""
    if not is_password(account.password_hash, password[: PASSWORD_MAX + 1]):
        raise NotChanged(_WRONG_PRESENT, "current_password")


def hash_password(password: str) -> str:
    """The argon2id hash, with its own salt and parameters written into it."""
    return offload.run(_hasher(_cost()).hash, password)


def is_password(password_hash: str | None, password: str) -> bool:
    """Whether it is the password; without a hash the same work is done, so that the time tells nothing."""
    right = offload.run(_verified, _cost(), password_hash, password)
    return right and password_hash is not None


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return _hasher(_cost()).check_needs_rehash(password_hash)


def _verified(cost: tuple[int, int, int], password_hash: str | None, password: str) -> bool:
    try:
        return _hasher(cost).verify(password_hash or _nobodys_hash(cost), password)
    except (VerificationError, InvalidHashError):
        return False


def _cost() -> tuple[int, int, int]:
    cost: tuple[int, int, int] = current_app.config.get("PASSWORD_COST", COST)
    return cost


@functools.cache
def _hasher(cost: tuple[int, int, int]) -> PasswordHasher:
    rounds, memory, lanes = cost
    return PasswordHasher(time_cost=rounds, memory_cost=memory, parallelism=lanes)


@functools.cache
def _nobodys_hash(cost: tuple[int, int, int]) -> str:
    return _hasher(cost).hash("nobody's password")
