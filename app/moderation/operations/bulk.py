"""Acts on many accounts at once: begun in one step, worked off in small ones, cancelled under way, undone.

Each step is a transaction of its own that holds the job: what is noted as done was done, once, whoever was at it and
whatever was killed meanwhile.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel import audit, ids
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, locked, operation
from app.moderation import events, queries, rules
from app.moderation.models import BulkItem, BulkJob, Proposal
from app.moderation.operations.deciding import act_on
from app.moderation.operations.undoing import undo

STEP = 20
"""So many accounts in one transaction: a second at the most, so that others can write in between."""


class NotBulk(Refusal):
    """The job is not begun, cancelled or undone."""

    status = 409

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one item."""

    state: str
    reason: str = ""
    decision_id: int | None = None


@operation
def start_bulk(
    account_ids: Iterable[int],
    *,
    kind: str,
    reason: str,
    by: Account,
    now: datetime,
    words: str = "",
    days: int | None = None,
    limits: Collection[str] = (),
) -> BulkJob:
    """Begin to warn, limit or ban these accounts, with one reason; raises NotBulk. Ids of nobody are left out."""
    wanted = sorted(_existing(set(account_ids)))
    words = words.strip()
    values = {"kind": kind, "reason": reason, "words": words, "days": days, "limits": sorted(limits)}
    if refusal := rules.why_not_bulk(
        by, kind=kind, reason=reason, words=words, days=days, limits=limits, count=len(wanted)
    ):
        raise NotBulk(refusal)
    job = add(BulkJob(id=ids.new_id(now), values=values, by_id=by.id, total=len(wanted), created_at=now))
    db.session.execute(insert(BulkItem), [{"bulk_id": job.id, "account_id": one} for one in wanted])
    told = {key: value for key, value in values.items() if key != "words"}
    audit.write("bulk.start", by=by, now=now, on=("bulk", job.id), after={**told, "count": len(wanted)}, reason=words)
    announce(events.BulkStarted(job.id))
    return job


@operation
def cancel_bulk(job: BulkJob, *, by: Account, now: datetime) -> None:
    """Stop after the step that is under way: what is done stays. Raises NotBulk."""
    row = locked(job)
    if refusal := rules.why_not_cancel(row, by):
        raise NotBulk(refusal)
    row.state, row.ended_at = "cancelled", now
    audit.write("bulk.cancel", by=by, now=now, on=("bulk", row.id), after=_counts(row))
    announce(events.BulkMoved(row.id))


@operation
def undo_bulk(job: BulkJob, *, by: Account, reason: str, now: datetime) -> None:
    """Begin to take back what an ended job has done; raises NotBulk."""
    row = locked(job)
    if refusal := rules.why_not_undo_bulk(row, by, reason):
        raise NotBulk(refusal)
    row.state, row.ended_at = "undoing", None
    row.values = {
        **row.values,
        "undo_by": by.id,
        "undo_reason": reason.strip()[:500],
        "undo_at": now.isoformat(),
    }
    audit.write("bulk.undo", by=by, now=now, on=("bulk", row.id), before=_counts(row), reason=reason.strip())
    announce(events.BulkStarted(row.id))


@operation
def work_off_bulk(bulk_id: int, *, now: datetime) -> bool:
    """Work off the next STEP accounts of a running job, or undo them; whether there is more to do."""
    job = queries.bulk_or_none(bulk_id)
    if job is None:
        return False
    job = locked(job)
    if job.state not in ("running", "undoing"):
        return False
    is_undo = job.state == "undoing"
    items = queries.next_items(job, ("done", "proposed") if is_undo else ("waiting",), STEP)
    people = _held([item.account_id for item in items])
    actor = db.session.get_one(Account, job.values["undo_by"] if is_undo else job.by_id)
    for item in items:
        outcome = _undone(item, job, actor, now) if is_undo else _done(people[item.account_id], job, actor, now)
        item.state, item.reason = outcome.state, outcome.reason
        item.decision_id = outcome.decision_id or item.decision_id
        _count(job, outcome.state)
    has_more = len(items) == STEP
    if not has_more:
        job.state, job.ended_at = ("undone" if is_undo else "done"), now
        audit.write("bulk.finish", by=None, now=now, on=("bulk", job.id), after={"state": job.state, **_counts(job)})
    announce(events.BulkMoved(job.id))
    return has_more


def _done(account: Account, job: BulkJob, by: Account, now: datetime) -> _Outcome:
    """Act on one account; a refusal is noted and keeps the others from nothing."""
    values = job.values
    try:
        made = act_on(
            account, kind=values["kind"], reason=values["reason"], words=values["words"], days=values["days"],
            limits=tuple(values["limits"]), by=by, now=now, bulk_id=job.id,
        )  # fmt: skip
    except Refusal as refusal:
        return _Outcome("refused", refusal.reason.code)
    return _Outcome("proposed" if isinstance(made, Proposal) else "done", decision_id=made.id)


def _undone(item: BulkItem, job: BulkJob, by: Account, now: datetime) -> _Outcome:
    decision = queries.decision_of_bulk(item)
    if decision is None:
        return _withdrawn(item, by, now)
    try:
        undo(decision, by=by, reason=job.values["undo_reason"], now=now)
    except Refusal as refusal:
        # Taken back one by one before: that is where it should be.
        is_so = refusal.reason.code == "undone_already"
        return _Outcome("undone") if is_so else _Outcome("kept", refusal.reason.code)
    return _Outcome("undone")


def _withdrawn(item: BulkItem, by: Account, now: datetime) -> _Outcome:
    """A proposal that nobody has seconded yet is taken off the table; one that was declined has done nothing."""
    proposal = db.session.get(Proposal, item.decision_id) if item.decision_id else None
    if proposal is not None and proposal.state == "waiting":
        proposal.state, proposal.decided_by, proposal.decided_at = "withdrawn", by.id, now
        after = {"proposal": str(proposal.id), "state": "withdrawn"}
        audit.write("proposals.decide", by=by, now=now, on=("account", item.account_id), after=after)
    return _Outcome("undone")


def _held(account_ids: list[int]) -> dict[int, Account]:
    """The accounts of a step, held before the audit log is: whoever holds one of them is never waited for crosswise."""
    query = select(Account).where(Account.id.in_(account_ids)).order_by(Account.id)
    rows = db.session.scalars(query.with_for_update(key_share=True).execution_options(populate_existing=True))
    return {account.id: account for account in rows}


def _existing(wanted: set[int]) -> list[int]:
    found: list[int] = []
    some = sorted(wanted)
    for start in range(0, len(some), 400):
        found += accounts.accounts_by_ids(some[start : start + 400])
    return found


def _count(job: BulkJob, state: str) -> None:
    column = {"done": "done_count", "refused": "refused_count", "proposed": "proposed_count", "undone": "undone_count"}
    if state in column:
        setattr(job, column[state], getattr(job, column[state]) + 1)


def _counts(job: BulkJob) -> dict[str, Any]:
    return {
        "done": job.done_count, "refused": job.refused_count, "proposed": job.proposed_count,
        "undone": job.undone_count, "total": job.total,
    }  # fmt: skip
