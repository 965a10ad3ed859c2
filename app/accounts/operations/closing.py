"""Closing one's account (注销): hidden at once, wiped after a week, unless she stays.

What others hold of her is wiped by each domain when it hears of AccountClosed.
"""

import secrets
from datetime import datetime

from sqlalchemy import delete

from app.accounts import events, rules
from app.accounts.models import Account, LogIn, RecoveryCode, SecondFactor
from app.accounts.operations import pictures
from app.accounts.operations.passwords import is_password
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import locked, operation

OPENS_NOTHING = "!"
"""No password has this hash, so nothing opens a closed account."""


class NotClosable(Refusal):
    """The account stays as it is; `field` is where to show why."""

    status = 422

    def __init__(self, reason: Reason, field: str = "password") -> None:
        super().__init__(reason)
        self.field = field


def ask_to_close(*, by: Account, password: str, has_proof: bool, now: datetime) -> datetime:
    """Hide the account now and wipe it a week from now; answers when. Asked again nothing changes.

    Takes the password, and with a second factor that it was shown (`has_proof`). Raises NotClosable.
    """
    if reason := rules.why_not_close(by):
        raise NotClosable(reason)
    if not has_proof:
        raise NotClosable(rules.NO_PROOF)
    if not is_password(by.password_hash, password):
        raise NotClosable(rules.WRONG_PASSWORD)
    return _asked(by, now)


@operation
def _asked(account: Account, now: datetime) -> datetime:
    row = locked(account)
    if reason := rules.why_not_close(row):
        raise NotClosable(reason)
    if row.closes_at is not None:
        return row.closes_at
    row.closes_at = now + rules.TIME_TO_STAY
    if row.state == "active":  # of somebody banned nothing is shown as it is; she stays banned if she stays
        row.state = "closing"
    announce(events.ClosingAsked(row.id, row.closes_at.isoformat()))
    return row.closes_at


@operation
def stay(*, by: Account, now: datetime) -> bool:
    """Change one's mind: everything is as it was. Whether there was anything to change."""
    row = locked(by)
    if row.closes_at is None or row.state == "closed":
        return False
    row.closes_at = None
    if row.state == "closing":
        row.state = "active"
    announce(events.ClosingCancelled(row.id))
    return True


@operation
def close(account_id: int, *, now: datetime) -> bool:
    """Wipe the account whose week is over; nothing of the person is left in its row. Whether it is closed by now.

    The row itself stays, so that what hung on it (places in trees, audit rows) still points somewhere.
    """
    account = db.session.get(Account, account_id)
    if account is None:
        return True
    row = locked(account)
    if row.state == "closed":
        return True
    if row.closes_at is None or now < row.closes_at:
        return False
    for model in (SecondFactor, RecoveryCode, LogIn):
        db.session.execute(delete(model).where(model.account_id == row.id))
    for key in filter(None, (row.avatar_key, row.banner_key)):
        pictures.let_go(key)
    _make_anonymous(row, now)
    announce(events.AccountClosed(row.id))
    return True


def _make_anonymous(row: Account, now: datetime) -> None:
    name = secrets.token_hex(6)
    row.handle = row.handle_key = f"closed_{name}"
    row.nickname = row.nickname_key = row.name_skeleton = f"已注销用户{name}"
    row.email, row.password_hash = f"{name}@closed.invalid", OPENS_NOTHING
    row.session_epoch += 1
    row.bio = row.badge = row.badge_reason = row.language = row.avatar_key = row.banner_key = ""
    row.theme, row.role = "auto", "member"
    row.state, row.closed_at, row.closes_at = "closed", now, None
