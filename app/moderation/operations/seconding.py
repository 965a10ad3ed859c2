"""The second member of staff: without her nobody verified is banned."""

from datetime import datetime

from app.accounts.models import Account
from app.kernel import audit
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import locked, operation
from app.moderation import events, queries, rules
from app.moderation.models import Decision, Proposal
from app.moderation.operations import evidence
from app.moderation.operations.deciding import NotDecided, What, carry_out, close


@operation
def second(proposal: Proposal, *, by: Account, agrees: bool, now: datetime) -> Decision | None:
    """Agree to a proposal, which carries it out, or decline it; never one's own. Raises NotDecided.

    Of an account that is banned or closed by now nothing is left to decide: the proposal is withdrawn.
    """
    row = locked(proposal)
    if reason := rules.why_not_second(row, by):
        raise NotDecided(reason)
    account = db.session.get_one(Account, row.account_id)
    is_moot = account.state in ("banned", "closed")
    row.decided_by, row.decided_at = by.id, now
    row.state = "withdrawn" if is_moot else "carried_out" if agrees else "declined"
    audit.write("proposals.decide", by=by, now=now, on=("account", account.id),
                after={"proposal": str(row.id), "state": row.state}, reason=row.reason)  # fmt: skip
    announce(events.ProposalDecided(row.id))
    return _carry_out(row, account, by=by, now=now) if row.state == "carried_out" else None


def _carry_out(proposal: Proposal, account: Account, *, by: Account, now: datetime) -> Decision:
    case = queries.case_or_none(proposal.values.get("case_id"))
    if case is not None:
        case = locked(case)
    is_open = case is not None and case.decided_at is None
    subject = queries.subject_or_none("account", account.id)
    snapshot = case.snapshot if case else evidence.kept(queries.portrait_of(subject)) if subject else {}
    bulk_id = proposal.values.get("bulk_id")
    what = What(
        "ban", case.subject_kind if case else "account", case.subject_id if case else account.id, proposal.reason,
        proposal.words, snapshot, case_id=case.id if case else None, bulk_id=int(bulk_id) if bulk_id else None,
    )  # fmt: skip
    proposer = db.session.get_one(Account, proposal.by_id)
    made = carry_out(what, account, by=proposer, now=now, second=by)
    if case is not None and is_open:
        close(case, made, by=by, now=now)
    return made
