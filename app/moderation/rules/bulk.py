"""Acts on many accounts at once: whether they may be begun, cancelled and undone, and whom a pasted list means."""

from collections.abc import Collection, Iterator

from flask_babel import lazy_gettext as _l

from app.accounts import rules as accounts
from app.accounts.models import Account
from app.kernel.errors import Reason
from app.moderation.models import BulkJob
from app.moderation.models.bulk import MOST
from app.moderation.rules.deciding import (
    ABOUT_STAFF,
    ABOUT_YOURSELF,
    BANNED_ALREADY,
    CHOOSABLE_LIMITS,
    CLOSED,
    DAYS_MAX,
    NO_LIMITS,
    NOT_YOURS,
    NOTHING_TO_UNDO,
    PERMISSION_FOR,
    PROPOSED_ALREADY,
    UNDONE_ALREADY,
    UNKNOWN_KIND,
    UNKNOWN_REASON,
    WORDS_MAX,
    WORDS_TOO_LONG,
)
from app.moderation.rules.reasons import REASONS

BULK_KINDS = ("warn", "limit", "ban")

NOBODY_CHOSEN = Reason("nobody_chosen", _l("Choose at least one account."))
TOO_MANY = Reason("too_many_accounts", _l("At most 1,000 accounts at once, please."))
NOT_RUNNING = Reason("bulk_not_running", _l("This has ended already; there is nothing left to cancel."))
NOT_UNDOABLE = Reason("bulk_not_undoable", _l("Only what has ended can be undone, and only once."))
NOBODY_OF_THAT_NAME = Reason("unknown_account", _l("Nobody has this id or name."))
NO_UNDO_REASON = Reason("no_undo_reason", _l("Say why it is taken back: it is kept in the audit log."))


def why_not_bulk(
    by: Account, *, kind: str, reason: str, words: str, days: int | None, limits: Collection[str], count: int
) -> Reason | None:
    """Why such a job cannot be begun; whether each account may be acted on is asked when its turn comes."""
    if kind not in BULK_KINDS:
        return UNKNOWN_KIND
    if not (accounts.may(by, "bulk.run") and accounts.may(by, PERMISSION_FOR[kind])):
        return NOT_YOURS
    if not 1 <= count <= MOST:
        return TOO_MANY if count else NOBODY_CHOSEN
    if reason not in REASONS:
        return UNKNOWN_REASON
    if len(words) > WORDS_MAX:
        return WORDS_TOO_LONG
    are_known = bool(limits) and all(limit in CHOOSABLE_LIMITS for limit in limits)
    if kind == "limit" and not (are_known and days is not None and 1 <= days <= DAYS_MAX):
        return NO_LIMITS
    return None


def why_not_cancel(job: BulkJob, by: Account) -> Reason | None:
    """Why the job cannot be cancelled."""
    if not accounts.may(by, "bulk.run"):
        return NOT_YOURS
    return None if job.state == "running" else NOT_RUNNING


def why_not_undo_bulk(job: BulkJob, by: Account, reason: str) -> Reason | None:
    """Why what the job has done cannot be undone."""
    if not (accounts.may(by, "bulk.run") and accounts.may(by, PERMISSION_FOR[job.values["kind"]])):
        return NOT_YOURS
    if job.state not in ("done", "cancelled"):
        return NOT_UNDOABLE
    return None if reason.strip() else NO_UNDO_REASON


def why_left_out(account: Account, by: Account) -> Reason | None:
    """Why an account of a list will be refused when its turn comes, as far as that can be told beforehand."""
    if account.id == by.id:
        return ABOUT_YOURSELF
    if account.is_staff:
        return ABOUT_STAFF
    if account.state == "closed":
        return CLOSED
    return BANNED_ALREADY if account.state == "banned" else None


def refusal_named(code: str) -> Reason | None:
    """The reason with this code, out of those for which an account of a job is refused or kept."""
    return _REFUSALS.get(code)


_REFUSALS = {
    reason.code: reason
    for reason in (
        ABOUT_STAFF, ABOUT_YOURSELF, BANNED_ALREADY, CLOSED, NOT_YOURS, NOTHING_TO_UNDO, PROPOSED_ALREADY,
        UNDONE_ALREADY,
    )
}  # fmt: skip


def names_in(text: str) -> Iterator[tuple[int, str]]:
    """Line number and what is written there, of a pasted list: one id, handle or nickname per line, or by commas."""
    for number, line in enumerate(text.splitlines(), start=1):
        for part in line.replace("，", ",").replace("\t", ",").split(","):
            if name := part.strip().removeprefix("@").strip():
                yield number, name
