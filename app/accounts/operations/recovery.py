"""Recovery codes: ten that open the account once each when the second factor is lost; only fingerprints are kept."""

from datetime import datetime

from sqlalchemy import delete, update

from app.accounts import events, queries, rules
from app.accounts.models import Account, RecoveryCode
from app.accounts.operations.passwords import require_password
from app.kernel import encryption
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import add, operation


def renew_recovery_codes(*, by: Account, password: str, now: datetime) -> list[str]:
    """New codes in place of all the old ones; raises NotChanged."""
    require_password(by, password)
    return new_codes(by, now)


@operation
def new_codes(account: Account, now: datetime) -> list[str]:
    """Ten new codes; this is the only time that they can be read."""
    db.session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    codes = [rules.new_recovery_code() for _ in range(rules.RECOVERY_CODES)]
    for code in codes:
        add(RecoveryCode(account_id=account.id, code_hash=_fingerprint(account, code), created_at=now))
    return codes


@operation
def take_code(account: Account, code: str, now: datetime) -> bool:
    """Use a (tidied) code up; whether it was one."""
    taken = db.session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.account_id == account.id,
            RecoveryCode.code_hash == _fingerprint(account, code),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now)
        .returning(RecoveryCode.id)
        .execution_options(synchronize_session=False)
    ).scalar_one_or_none()
    if taken is None:
        return False
    announce(events.RecoveryCodeUsed(account.id, taken, queries.recovery_codes_left(account)))
    return True


def _fingerprint(account: Account, code: str) -> str:
    return encryption.fingerprint("recovery codes", f"{account.id} {code}")
