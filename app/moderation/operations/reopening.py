"""Deciding a case anew: a slip of the hand, or something that was overlooked."""

from datetime import datetime

from app.accounts.models import Account
from app.kernel import audit
from app.kernel.transactions import locked, operation
from app.moderation import queries, rules
from app.moderation.models import Case, Decision
from app.moderation.operations.deciding import NotDecided
from app.moderation.operations.undoing import undo


@operation
def reopen(case: Case, *, by: Account, now: datetime) -> None:
    """Put a decided case back into the queue; what its decision did is taken back. Raises NotDecided.

    The reporters hear of the case when it is decided again. A case that is open stays as it is.
    """
    row = locked(case)
    if row.decided_at is None:
        return
    if refused := rules.why_not_reopen(row, by, has_newer=queries.open_case_of(row.subject_kind, row.subject_id)):
        raise NotDecided(refused)
    decision = queries.decision_or_none(row.decision_id or 0)
    if decision is not None and decision.undone_at is None:
        _take_back(decision, by=by, now=now)
    audit.write("cases.reopen", by=by, now=now, on=(row.subject_kind, row.subject_id),
                before={"case": str(row.id), "decision": str(row.decision_id or "")})  # fmt: skip
    row.open_key = queries.open_key(row.subject_kind, row.subject_id)
    row.decided_at = row.decided_by = row.decision_id = None


def _take_back(decision: Decision, *, by: Account, now: datetime) -> None:
    """Dismissing has done nothing that could be undone; it is only noted that it does not hold any more."""
    if decision.kind != "dismiss":
        undo(decision, by=by, reason="reopened", now=now)
    else:
        held = locked(decision)
        held.undone_at, held.undone_by = now, by.id
