"""Leaving for good, with a week to change one's mind."""

from datetime import timedelta

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason

TIME_TO_STAY = timedelta(days=7)

HAS_ROLE = Reason(
    "has_role", _l("You have a role in the back office. Ask to have it taken away first, then you can go.")
)
WRONG_PASSWORD = Reason("wrong_password", _l("This is not your present password."))
NO_PROOF = Reason("no_proof", _l("Show your second factor first, then go on."))


def why_not_close(account: Account) -> Reason | None:
    """Staff gives up its role first: so no role is left to nobody, and the last administrator stays."""
    return HAS_ROLE if account.is_staff else None
