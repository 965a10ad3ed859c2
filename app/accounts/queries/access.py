"""What opens an account beside its password, and when it was opened."""

from datetime import datetime, timedelta

from flask import abort
from sqlalchemy import Select, func, select

from app.accounts import rules
from app.accounts.models import Account, LogIn, RecoveryCode, SecondFactor
from app.kernel.database import db

SET_UP_WITHIN = timedelta(hours=1)


def has_second_factor(account: Account) -> bool:
    """Whether the account has an authenticator app or a passkey in use."""
    return db.session.scalar(_in_use(account).with_only_columns(SecondFactor.id).limit(1)) is not None


def factors_of(account: Account, kind: str = "") -> list[SecondFactor]:
    """The second factors in use, the oldest first; of one kind where it is given."""
    query = _in_use(account).order_by(SecondFactor.id)
    return list(db.session.scalars(query.where(SecondFactor.kind == kind) if kind else query))


def factor_or_404(factor_id: int, *, of: Account) -> SecondFactor:
    """A second factor in use of this account, or the answer 404."""
    return db.session.scalar(_in_use(of).where(SecondFactor.id == factor_id)) or abort(404)


def new_app_or_404(factor_id: int, *, of: Account, now: datetime) -> SecondFactor:
    """An authenticator app that is being set up, or the answer 404; for an hour."""
    factor = db.session.get(SecondFactor, factor_id)
    if factor is None or factor.account_id != of.id or factor.kind != "totp" or factor.confirmed_at is not None:
        abort(404)
    return factor if now - factor.created_at <= SET_UP_WITHIN else abort(404)


def passkey_or_none(credential_id: bytes) -> SecondFactor | None:
    """The passkey with WebAuthn's id."""
    return db.session.scalar(select(SecondFactor).where(SecondFactor.credential_id == credential_id))


def recovery_codes_left(account: Account) -> int:
    """How many recovery codes are still good."""
    query = select(func.count()).select_from(RecoveryCode)
    return db.session.scalar(query.where(RecoveryCode.account_id == account.id, RecoveryCode.used_at.is_(None))) or 0


def log_ins_of(account: Account, limit: int) -> list[LogIn]:
    """The last attempts to log in, the newest first."""
    query = select(LogIn).where(LogIn.account_id == account.id).order_by(LogIn.id.desc()).limit(limit)
    return list(db.session.scalars(query))


def accounts_on_network(network: str, limit: int = 50) -> list[Account]:
    """The accounts that were opened or logged in to from this block of addresses, the one seen there last first."""
    if not network:
        return []
    seen = (
        select(LogIn.account_id, func.max(LogIn.id).label("last"))
        .where(LogIn.network == network, LogIn.outcome.in_(rules.CAME_IN))
        .group_by(LogIn.account_id)
        .subquery()
    )
    query = select(Account).join(seen, seen.c.account_id == Account.id).order_by(seen.c.last.desc()).limit(limit)
    return list(db.session.scalars(query))


def _in_use(account: Account) -> Select[SecondFactor]:
    return select(SecondFactor).where(SecondFactor.account_id == account.id, SecondFactor.confirmed_at.is_not(None))
