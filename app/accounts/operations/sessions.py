"""Logging in, and the password that it takes."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import update

from app.accounts import events, rules
from app.accounts.models import Account
from app.accounts.operations.passwords import NotChanged, hash_password, is_outdated, is_password, require_password
from app.kernel import audit
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import locked, operation

_WRONG = Reason("wrong", _l("The name or the password is not right."))


class NotLoggedIn(Refusal):
    """Nobody has this name with this password; which of the two is wrong is not told."""

    status = 422


def log_in(account: Account | None, *, password: str) -> Account:
    """The account, if it is its password; raises NotLoggedIn after the same work for unknown names.

    A hash made with other parameters than today's is renewed on the way.
    """
    stored = account.password_hash if account is not None else None
    right = is_password(stored, password[: rules.PASSWORD_MAX + 1])
    if account is None or stored is None or not right:
        raise NotLoggedIn(_WRONG)
    if is_outdated(stored):
        _renew(account, stored, hash_password(password))
    return account


def change_password(*, by: Account, current: str, new: str, now: datetime) -> None:
    """Set a new password and end all sessions but the one that asks (its door logs in again); raises NotChanged."""
    require_password(by, current)
    if reason := rules.why_not_password(new, names=(by.handle, by.nickname, by.email)):
        raise NotChanged(reason, "new_password")
    _changed(by, hash_password(new))


@operation
def end_other_sessions(*, by: Account) -> None:
    """Log out everywhere; the door of the session that asks logs in again."""
    row = locked(by)
    row.session_epoch += 1
    announce(events.SessionsEnded(row.id))


@operation
def end_sessions(account: Account, *, by: Account, reason: str, now: datetime) -> None:
    """Log an account out everywhere, by staff."""
    row = locked(account)
    row.session_epoch += 1
    audit.write("accounts.end_sessions", by=by, now=now, on=("account", row.id), reason=reason)
    announce(events.LoggedOutByStaff(row.id))


@operation
def _changed(account: Account, password_hash: str) -> None:
    row = locked(account)
    row.password_hash = password_hash
    row.session_epoch += 1
    announce(events.PasswordChanged(row.id))


@operation
def _renew(account: Account, old: str, new: str) -> None:
    # Not if the password was changed meanwhile.
    db.session.execute(
        update(Account)
        .where(Account.id == account.id, Account.password_hash == old)
        .values(password_hash=new)
        .execution_options(synchronize_session="evaluate")
    )
