"""Authenticator apps and passkeys: set up, named, removed."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete

from app.accounts import events, queries, rules
from app.accounts.models import Account, RecoveryCode, SecondFactor
from app.accounts.operations import passkeys, recovery
from app.accounts.operations.passwords import require_password
from app.kernel import audit, encryption
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, locked, operation

PURPOSE = "second factors"

_WRONG_CODE = Reason("wrong_code", _l("This code is not right. Your app shows a new one every half minute."))
_LAST_OF_STAFF = Reason("last_factor", _l("Staff need a second factor. Add another one first, then remove this one."))


class FactorKept(Refusal):
    """Second factors stay as they are; `field` is where the reason belongs."""

    status = 422

    def __init__(self, reason: Reason, field: str = "current_password") -> None:
        super().__init__(reason)
        self.field = field


def start_app(*, by: Account, password: str, now: datetime) -> SecondFactor:
    """A new authenticator app, to be confirmed with a code of it; raises NotChanged, FactorKept.

    What somebody began before and did not finish is dropped.
    """
    require_password(by, password)
    return _started(by, now)


@operation
def confirm_app(factor: SecondFactor, *, by: Account, name: str, code: str, now: datetime) -> list[str]:
    """Take an app into use once it shows the right code; answers recovery codes where there were none before.

    Raises FactorKept.
    """
    name = _tidy_name(name)
    row = locked(factor)
    secret = encryption.decrypted(PURPOSE, row.secret)
    step = rules.step_of(secret, rules.tidy_code(code), now=now, after=row.last_step) if secret else None
    if step is None:
        raise FactorKept(_WRONG_CODE, "code")
    row.name, row.last_step, row.confirmed_at, row.last_used_at = name, step, now, now
    return _in_use(row, by, now)


def add_passkey(
    *, by: Account, password: str, name: str, credential: str, challenge: bytes, party: passkeys.Party, now: datetime
) -> list[str]:
    """Take a passkey into use; answers recovery codes where there were none before.

    Raises NotChanged, FactorKept; passkeys.NotProven for what no authenticator has signed.
    """
    name = _tidy_name(name)
    require_password(by, password)
    known = passkeys.registered(credential, challenge=challenge, party=party)
    return _passkey_added(by, name, known, now)


@operation
def rename_factor(factor: SecondFactor, *, by: Account, name: str) -> None:
    """Call it something else; raises FactorKept."""
    locked(factor).name = _tidy_name(name)


def remove_factor(factor: SecondFactor, *, by: Account, password: str, now: datetime) -> None:
    """Take a second factor out of use; with the last one the recovery codes go. Staff keep one.

    Raises NotChanged, FactorKept.
    """
    require_password(by, password)
    _removed(factor, by, now)


@operation
def reset_second_factors(account: Account, *, by: Account | None, reason: str, now: datetime) -> None:
    """Help somebody who has lost all: her second factors, recovery codes and sessions end; the password stays."""
    row = locked(account)
    count = len(queries.factors_of(row))
    _drop(RecoveryCode, row.id)
    _drop(SecondFactor, row.id)
    row.session_epoch += 1
    audit.write(
        "accounts.reset_second_factor", by=by, now=now, on=("account", row.id),
        before={"factors": count}, after={"factors": 0}, reason=reason,
    )  # fmt: skip
    announce(events.SecondFactorRemoved(row.id, ""))
    announce(events.SessionsEnded(row.id))


@operation
def give_app(account: Account, *, secret: str, now: datetime) -> SecondFactor:
    """An app in use from the start, with a secret that is known beforehand: for worlds that are made up."""
    kept = encryption.encrypted(PURPOSE, secret)
    return add(SecondFactor(account_id=account.id, kind="totp", secret=kept, created_at=now, confirmed_at=now))


def secret_of(factor: SecondFactor) -> str | None:
    """The secret of an app, for the page that shows it while it is set up."""
    return encryption.decrypted(PURPOSE, factor.secret)


@operation
def reveal_code(account: Account, *, now: datetime) -> str | None:
    """What the account's authenticator app shows, for whoever has the machine; None without one."""
    for factor in queries.factors_of(account, "totp"):
        if secret := secret_of(factor):
            audit.write("accounts.reveal_code", by=None, now=now, on=("account", account.id))
            return rules.next_code(secret, now=now, after=factor.last_step)
    return None


@operation
def _started(account: Account, now: datetime) -> SecondFactor:
    _require_room(account)
    db.session.execute(
        delete(SecondFactor).where(SecondFactor.account_id == account.id, SecondFactor.confirmed_at.is_(None))
    )
    kept = encryption.encrypted(PURPOSE, rules.new_secret())
    return add(SecondFactor(account_id=account.id, kind="totp", secret=kept, created_at=now))


@operation
def _passkey_added(account: Account, name: str, known: passkeys.Known, now: datetime) -> list[str]:
    _require_room(account)
    factor = SecondFactor(
        account_id=account.id, kind="passkey", name=name, credential_id=known.credential_id,
        public_key=known.public_key, sign_count=known.sign_count, created_at=now, confirmed_at=now, last_used_at=now,
    )  # fmt: skip
    if queries.passkey_or_none(known.credential_id) is not None:
        raise passkeys.NotProven(passkeys.KNOWN_ALREADY)
    return _in_use(add(factor), account, now)


def _in_use(factor: SecondFactor, account: Account, now: datetime) -> list[str]:
    announce(events.SecondFactorAdded(account.id, factor.id, factor.kind))
    return [] if queries.recovery_codes_left(account) else recovery.new_codes(account, now)


@operation
def _removed(factor: SecondFactor, account: Account, now: datetime) -> None:
    row = locked(account)  # two removals at once wait for each other: the last one is seen to be the last
    others = [other for other in queries.factors_of(row) if other.id != factor.id]
    if row.is_staff and not others:
        raise FactorKept(_LAST_OF_STAFF)
    if not others:
        _drop(RecoveryCode, row.id)
    kind = factor.kind
    db.session.delete(factor)
    db.session.flush()
    announce(events.SecondFactorRemoved(row.id, kind))


def _require_room(account: Account) -> None:
    if len(queries.factors_of(locked(account))) >= rules.MOST_FACTORS:
        raise FactorKept(rules.TOO_MANY_FACTORS)


def _tidy_name(typed: str) -> str:
    name = " ".join(typed.split())
    if reason := rules.why_not_factor_name(name):
        raise FactorKept(reason, "name")
    return name


def _drop(model: type[RecoveryCode] | type[SecondFactor], account_id: int) -> None:
    db.session.execute(delete(model).where(model.account_id == account_id))
