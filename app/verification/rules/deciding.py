"""What staff may answer."""

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.verification.models import Application, Verification

REASON_MAX = 500
LINE_MAX = 60
LEVELS = ("orange", "gold")

DECIDED = Reason("already_decided", _l("Somebody has answered this already."))
_OWN = Reason("own", _l("Let somebody else decide about yourself."))
_ACCOUNT_GONE = Reason("account_not_active", _l("This account is not active."))
_LINE = Reason("line", _l("The line on the profile has 2 to 60 characters and says what is verified."))
_NO_REASON = Reason("no_reason", _l("Say why in 2 to 500 characters: the person reads it."))
_NOT_VERIFIED = Reason("not_verified", _l("This account is not verified."))
_NO_LEVEL = Reason("no_level", _l("Only people have levels: orange and gold."))


def why_not_decide(application: Application, account: Account, by: Account, *, final: bool = True) -> Reason | None:
    """Why `by` cannot answer; asking for more (not `final`) is for those that wait."""
    if account.id == by.id:
        return _OWN
    if application.state not in (("waiting", "needs_more") if final else ("waiting",)):
        return DECIDED
    return None if account.state == "active" else _ACCOUNT_GONE


def why_not_line(line: str) -> Reason | None:
    """What is wrong with the line that says what is verified; by whom, the page says itself: 「种草认证：…」."""
    return None if 2 <= len(line) <= LINE_MAX else _LINE


def why_not_answer(reason: str) -> Reason | None:
    """What is wrong with the words that the person will read."""
    return None if 2 <= len(reason) <= REASON_MAX else _NO_REASON


def why_not_revoke(verification: Verification | None, by: Account) -> Reason | None:
    """Why a verification cannot be taken away."""
    if verification is None or verification.ended_at is not None:
        return _NOT_VERIFIED
    return _OWN if verification.account_id == by.id else None


def why_not_level(verification: Verification | None, kind: str, by: Account) -> Reason | None:
    """Why the level of a verified person cannot become `kind`."""
    if reason := why_not_revoke(verification, by):
        return reason
    assert verification is not None
    if kind not in LEVELS or verification.kind not in LEVELS:
        return _NO_LEVEL
    return DECIDED if verification.kind == kind else None
