"""What staff answers: each answer is one decision with its effect, its news and its row in the audit log."""

from datetime import datetime

from app.accounts import operations as accounts
from app.accounts.models import Account
from app.kernel import audit
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, locked, operation
from app.verification import queries, rules
from app.verification.events import ApplicationAnswered, VerificationGranted
from app.verification.models import Application, Verification


class NotDecided(Refusal):
    """The answer does not count: somebody was quicker, or it lacks what is owed to the person."""


@operation
def approve(application: Application, *, line: str, by: Account, now: datetime) -> Verification:
    """Verify the account for a year as what it has applied for; `line` stands on its profile. Raises NotDecided.

    A person whose level is gold keeps it.
    """
    line = rules.tidy_line(line)
    row, account = _held(application, by=by)
    _refuse(rules.why_not_line(line))
    kind = _level_kept(row)
    before = _said_of(queries.verification_of(account.id))
    verification = _verified(row, account, kind, line, by, now)
    accounts.set_badge(account, kind=kind, reason=line, now=now)
    _answered(row, "approved", "", by, now, before=before, after=_said_of(verification))
    announce(VerificationGranted(account.id, kind, "application"))
    return verification


def _level_kept(application: Application) -> str:
    verification = queries.verification_of(application.account_id)
    keeps = application.kind == "orange" and verification is not None and verification.kind == "gold"
    return "gold" if keeps else application.kind


def _verified(
    application: Application, account: Account, kind: str, line: str, by: Account, now: datetime
) -> Verification:
    verification = queries.verification_or_none(account.id)
    expires_at = rules.expiry(verification, now)
    if verification is None:
        verification = Verification(account_id=account.id)
    verification.kind, verification.organisation, verification.name = kind, application.organisation, application.name
    verification.reason, verification.verified_at, verification.verified_by = line, now, by.id
    verification.expires_at, verification.reminded_at = expires_at, None
    verification.ended_at, verification.end_cause = None, ""
    return add(verification)


@operation
def reject(application: Application, *, reason: str, by: Account, now: datetime) -> None:
    """Turn an application down; the person reads the reason. Raises NotDecided."""
    reason = rules.tidy_words(reason)
    row, account = _held(application, by=by)
    _refuse(rules.why_not_answer(reason))
    _answered(row, "rejected", reason, by, now)
    announce(ApplicationAnswered(row.id, account.id, "rejected"))


@operation
def ask_for_more(application: Application, *, reason: str, by: Account, now: datetime) -> None:
    """补件: say what is missing; the application waits for the person. Raises NotDecided."""
    reason = rules.tidy_words(reason)
    row, account = _held(application, by=by, final=False)
    _refuse(rules.why_not_answer(reason))
    _answered(row, "needs_more", reason, by, now)
    announce(ApplicationAnswered(row.id, account.id, "needs_more"))


def _held(application: Application, *, by: Account, final: bool = True) -> tuple[Application, Account]:
    """The application as it is now, held against others who decide, and its account."""
    row = locked(application)
    account = db.session.get_one(Account, row.account_id)
    _refuse(rules.why_not_decide(row, account, by, final=final))
    return row, account


def _answered(
    application: Application,
    state: str,
    reason: str,
    by: Account,
    now: datetime,
    *,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
) -> None:
    audit.write(
        f"applications.{_ACTS[state]}", by=by, now=now, on=("application", application.id),
        before={"state": application.state, **(before or {})}, after={"state": state, **(after or {})}, reason=reason,
    )  # fmt: skip
    application.state, application.reason, application.updated_at = state, reason, now
    if state != "needs_more":
        application.decided_at, application.decided_by = now, by.id


_ACTS = {"approved": "approve", "rejected": "reject", "needs_more": "ask_for_more"}


def _said_of(verification: Verification | None) -> dict[str, str]:
    if verification is None:
        return {"kind": ""}
    return {"kind": verification.kind, "expires_at": verification.expires_at.isoformat(timespec="seconds")}


def _refuse(reason: Reason | None) -> None:
    if reason:
        raise NotDecided(reason)
