"""Taking a decision back, with just what it did."""

from datetime import datetime

from app.accounts.models import Account
from app.kernel import audit
from app.kernel.events import announce
from app.kernel.transactions import locked, operation
from app.moderation import events, queries, rules
from app.moderation.models import Decision
from app.moderation.operations import effects
from app.moderation.operations.deciding import NotDecided


@operation
def undo(decision: Decision, *, by: Account, reason: str, now: datetime) -> None:
    """Take a decision back: what it hid is there again, its strike is void, its limits are lifted. Raises NotDecided.

    An appeal that waited is answered by it. `reason` is a code or a few words of staff, for the audit log.
    """
    row = locked(decision)
    if refused := rules.why_not_undo(row, by):
        raise NotDecided(refused)
    take_back(row, by=by, reason=reason, now=now)
    appeal = queries.appeal_against(row)
    if appeal is not None and appeal.state == "waiting":
        appeal.state, appeal.decided_at, appeal.decided_by = "overturned", now, by.id
        announce(events.AppealDecided(appeal.id, appeal.account_id))


def take_back(decision: Decision, *, by: Account, reason: str, now: datetime) -> None:
    """The same inside an act that has checked it and holds the decision."""
    effects.take_back(decision, by=by, now=now)
    decision.undone_at, decision.undone_by = now, by.id
    audit.write("decisions.undo", by=by, now=now, on=(decision.subject_kind, decision.subject_id),
                before={"decision": str(decision.id), "kind": decision.kind}, reason=reason)  # fmt: skip
    if decision.account_id is not None:
        announce(events.DecisionUndone(decision.id, decision.account_id))
