"""Verifications that end: by the clock, by staff, or with the account."""

from datetime import datetime

from sqlalchemy import delete, update

from app.accounts import operations as accounts
from app.accounts.models import Account
from app.kernel import audit
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import locked, operation
from app.verification import queries, rules
from app.verification.events import VerificationEnded, VerificationEnding
from app.verification.models import LevelProposal, Verification
from app.verification.operations import keeping
from app.verification.operations.deciding import NotDecided


@operation
def revoke(verification: Verification, *, reason: str, by: Account, now: datetime) -> None:
    """Take the V away; the person reads the reason. Raises NotDecided."""
    reason = rules.tidy_words(reason)
    row = locked(verification)
    if why := rules.why_not_revoke(row, by) or rules.why_not_answer(reason):
        raise NotDecided(why)
    audit.write(
        "verifications.revoke", by=by, now=now, on=("account", row.account_id),
        before={"kind": row.kind, "expires_at": row.expires_at.isoformat(timespec="seconds")}, after={"kind": ""},
        reason=reason,
    )  # fmt: skip
    row.end_reason = reason
    _end(row, "revoked", now)


def remind(now: datetime) -> int:
    """Tell people whose verification ends within 30 days, once; returns how many."""
    due = queries.ending(now)
    for verification in due:
        _remind(verification, now)
    return len(due)


@operation
def _remind(verification: Verification, now: datetime) -> None:
    row = locked(verification)
    if row.ended_at is None and row.reminded_at is None:
        row.reminded_at = now
        announce(VerificationEnding(row.account_id, row.expires_at.isoformat(timespec="seconds")))


def expire(now: datetime) -> int:
    """Take the V of those away whose year is over; returns how many."""
    due = queries.past_their_end(now)
    for verification in due:
        _expire(verification, now)
    return len(due)


@operation
def _expire(verification: Verification, now: datetime) -> None:
    row = locked(verification)
    if row.ended_at is None and row.expires_at <= now:
        audit.write(
            "verifications.expire", by=None, now=now, on=("account", row.account_id),
            before={"kind": row.kind}, after={"kind": ""},
        )  # fmt: skip
        _end(row, "expired", now)


def _end(verification: Verification, cause: str, now: datetime) -> None:
    verification.ended_at, verification.end_cause = now, cause
    waiting = (LevelProposal.account_id == verification.account_id, LevelProposal.state == "waiting")
    db.session.execute(update(LevelProposal).where(*waiting).values(state="lapsed", decided_at=now))
    accounts.set_badge(db.session.get_one(Account, verification.account_id), kind="", reason="", now=now)
    announce(VerificationEnded(verification.account_id, cause))


@operation
def forget(account_id: int, *, now: datetime) -> None:
    """Remove what is known of a person whose account is closed; that she once applied stays, without her words."""
    keeping.wipe(queries.proofs_of_account(account_id), now)
    for application in queries.applications_of(account_id, limit=1000):
        if application.state in ("waiting", "needs_more"):
            application.state, application.decided_at = "withdrawn", now
        application.name = application.field = application.statement = application.reason = ""
        application.purged_at = application.purged_at or now
    db.session.execute(delete(LevelProposal).where(LevelProposal.account_id == account_id))
    db.session.execute(delete(Verification).where(Verification.account_id == account_id))
