"""Showing a second factor: at log-in, and again where staff come back after a while."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from app.accounts import queries, rules
from app.accounts.models import Account
from app.accounts.operations import factors, passkeys, recovery
from app.accounts.operations.passkeys import NotProven
from app.kernel import encryption
from app.kernel.errors import Reason
from app.kernel.transactions import locked, operation

_WRONG_CODE = Reason("wrong_code", _l("This code is not right, or was used already."))


def prove_by_code(account: Account, *, code: str, now: datetime) -> None:
    """A code of an authenticator app, or a recovery code; each opens once. Raises NotProven."""
    tidied = rules.tidy_code(code)
    right = _took_app_code if rules.is_app_code(tidied) else recovery.take_code
    if not right(account, tidied, now):
        raise NotProven(_WRONG_CODE)


@operation
def prove_by_passkey(
    account: Account, *, credential: str, challenge: bytes, party: passkeys.Party, now: datetime
) -> None:
    """An answer of one of the account's passkeys to the challenge; raises NotProven."""
    factor = queries.passkey_or_none(passkeys.credential_id_of(credential))
    if factor is None or factor.account_id != account.id:
        raise passkeys.unproven()
    row = locked(factor)
    row.sign_count = passkeys.count_proven(row, credential, challenge=challenge, party=party)
    row.last_used_at = now


@operation
def _took_app_code(account: Account, code: str, now: datetime) -> bool:
    for factor in queries.factors_of(account, "totp"):
        row = locked(factor)
        secret = encryption.decrypted(factors.PURPOSE, row.secret)
        step = rules.step_of(secret, code, now=now, after=row.last_step) if secret else None
        if step is not None:
            row.last_step, row.last_used_at = step, now
            return True
    return False
