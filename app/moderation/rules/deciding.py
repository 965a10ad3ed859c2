"""Who may decide what, undo it, and second it."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from flask_babel import lazy_gettext as _l

from app.accounts import rules as accounts
from app.accounts.models import Account
from app.kernel.errors import Reason
from app.moderation.models import DECISIONS, Case, Decision, Proposal
from app.moderation.rules.reasons import REASONS
from app.screening.models import LIMITS

WORDS_MAX = 500
DAYS_MAX = 365
CHOOSABLE_LIMITS = tuple(kind for kind in LIMITS if kind != "banned")
TAKEN_FOR = timedelta(minutes=5)
"""How long a case stays with the member of staff who has opened it."""
PERMISSION_FOR = {
    "dismiss": "reports.decide", "take_down": "reports.decide", "warn": "reports.decide",
    "limit": "accounts.limit", "ban": "accounts.ban",
}  # fmt: skip

NOT_YOURS = Reason("forbidden", _l("Your role does not include this."))
ABOUT_YOURSELF = Reason("about_yourself", _l("This is about you. Somebody else has to decide."))
ABOUT_STAFF = Reason("about_staff", _l("This person is staff. Take the role away first."))
UNKNOWN_KIND = Reason("unknown_kind", _l("Choose what is to be done."))
UNKNOWN_REASON = Reason("unknown_reason", _l("Choose a reason: the person is told it."))
WORDS_TOO_LONG = Reason("words_too_long", _l("At most 500 characters, please."))
DECIDED_ALREADY = Reason("decided_already", _l("Somebody else has just decided this case. Nothing was done twice."))
NOBODY_BEHIND_IT = Reason("nobody", _l("This belongs to nobody: it can be taken down, but nobody can be limited."))
NO_LIMITS = Reason("no_limits", _l("Choose what the person may not do for a while, and for how many days."))
CLOSED = Reason("closed", _l("This account is closed."))
BANNED_ALREADY = Reason("banned_already", _l("This account is banned already."))
PROPOSED_ALREADY = Reason("proposed_already", _l("A ban of this account waits for a second member of staff already."))
UNDONE_ALREADY = Reason("undone_already", _l("This decision has been taken back already."))
NOTHING_TO_UNDO = Reason("nothing_to_undo", _l("Nothing was done here that could be taken back."))
REPORTED_ANEW = Reason("reported_anew", _l("It has been reported anew since. Decide that case instead."))
OWN_PROPOSAL = Reason("own_proposal", _l("You have proposed this yourself. A second member of staff has to decide."))
SECONDED_ALREADY = Reason("seconded_already", _l("Somebody else has just decided about this proposal."))


def why_not_decide(
    by: Account,
    *,
    kind: str,
    reason: str,
    words: str,
    owner: Account | None,
    days: int | None,
    limits: Collection[str],
) -> Reason | None:
    """Why this cannot be decided so; whether the case is still open, the operation sees when it holds it."""
    if kind not in DECISIONS:
        return UNKNOWN_KIND
    if not accounts.may(by, PERMISSION_FOR[kind]):
        return NOT_YOURS
    if kind != "dismiss" and reason not in REASONS:
        return UNKNOWN_REASON
    if len(words) > WORDS_MAX:
        return WORDS_TOO_LONG
    if owner is None:
        return NOBODY_BEHIND_IT if kind in ("warn", "limit", "ban") else None
    return _why_not_about(owner, by, kind) or _why_not_limit(kind, days, limits)


def _why_not_about(owner: Account, by: Account, kind: str) -> Reason | None:
    if owner.id == by.id:
        return ABOUT_YOURSELF
    if kind in ("limit", "ban") and owner.is_staff:
        return ABOUT_STAFF
    if kind in ("warn", "limit", "ban") and owner.state == "closed":
        return CLOSED
    return BANNED_ALREADY if kind == "ban" and owner.state == "banned" else None


def _why_not_limit(kind: str, days: int | None, limits: Collection[str]) -> Reason | None:
    if kind != "limit":
        return None
    are_known = bool(limits) and all(limit in CHOOSABLE_LIMITS for limit in limits)
    return None if are_known and days is not None and 1 <= days <= DAYS_MAX else NO_LIMITS


def why_not_reopen(case: Case, by: Account, *, has_newer: Any) -> Reason | None:
    """Why a decided case cannot be decided anew: `has_newer` is another open case of the same thing."""
    if not accounts.may(by, "reports.decide"):
        return NOT_YOURS
    if case.account_id == by.id:
        return ABOUT_YOURSELF
    return REPORTED_ANEW if has_newer else None


def needs_second(owner: Account) -> bool:
    """Whether banning this account needs a second member of staff: it is verified."""
    return owner.badge != ""


def why_not_undo(decision: Decision, by: Account) -> Reason | None:
    """Why this decision cannot be taken back."""
    if not accounts.may(by, PERMISSION_FOR[decision.kind]):
        return NOT_YOURS
    if decision.account_id == by.id:
        return ABOUT_YOURSELF
    if decision.undone_at is not None:
        return UNDONE_ALREADY
    return NOTHING_TO_UNDO if decision.kind == "dismiss" else None


def why_not_second(proposal: Proposal, by: Account) -> Reason | None:
    """Why this member of staff cannot decide about the proposal."""
    if not accounts.may(by, "accounts.ban"):
        return NOT_YOURS
    if proposal.by_id == by.id:
        return OWN_PROPOSAL
    if proposal.account_id == by.id:
        return ABOUT_YOURSELF
    return SECONDED_ALREADY if proposal.state != "waiting" else None
