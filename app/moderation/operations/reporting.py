"""Reporting a thing: all reports of one thing that are open together are one case."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel import audit, ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, operation
from app.kernel.upserts import insert_missing
from app.moderation import events, queries, rules
from app.moderation.models import Case, Report
from app.moderation.operations import evidence
from app.moderation.queries import Subject
from app.relationships import operations as relationships

_TRIES = 5


class NotReported(Refusal):
    """It is one's own, or the report says too little."""

    status = 422


@operation
def report(
    kind: str, subject_id: int, *, by: Account, reason: str, words: str = "", now: datetime, also_block: bool = False
) -> Report:
    """Report a thing that `by` may see (else 404), for a reason that fits it; `also_block` blocks whose it is.

    The thing is kept as it is now; reports of the same thing join the case that waits. Who reports it again while it
    waits gets the report that is there. Raises NotReported.
    """
    subject = queries.subject_or_404(kind, subject_id, viewer=by)
    words = words.strip()
    if refused := rules.why_not_report(
        by, kind=kind, owner_id=subject.owner_id, subject_id=subject.id, reason=reason, words=words
    ):
        raise NotReported(refused)
    if also_block and subject.owner_id and (owner := accounts.account_or_none(subject.owner_id)):
        relationships.block(owner, by=by, now=now)
    portrait = queries.portrait_of(subject)
    case, is_new = _case_of(subject, reason, now)
    if is_new:
        case.snapshot = evidence.kept(portrait)
    elif earlier := queries.report_in(case, by):
        return earlier
    return _join(case, portrait, by=by, reason=reason, words=words, now=now)


@operation
def open_case(kind: str, subject_id: int, *, by: Account, reason: str, now: datetime) -> Case | None:
    """The case of a thing, opened by staff where nobody has reported it; None where there is no such thing."""
    subject = queries.subject_or_none(kind, subject_id)
    if subject is None:
        return None
    case, is_new = _case_of(subject, reason, now)
    if is_new:
        case.snapshot = evidence.kept(queries.portrait_of(subject))
        audit.write("cases.open", by=by, now=now, on=("case", case.id), after={kind: str(subject_id)}, reason=reason)
    return case


def _join(case: Case, portrait: dict[str, Any], *, by: Account, reason: str, words: str, now: datetime) -> Report:
    """Add a report to a case that is held; what the thing says now is kept with it if it said something else before."""
    earlier = queries.reports_of(case)
    is_changed = portrait["print"] != queries.newest_print(case, earlier)
    written = add(
        Report(
            id=ids.new_id(now), case_id=case.id, reporter_id=by.id, reason=reason, words=words, created_at=now,
            snapshot=evidence.kept(portrait) if is_changed else None,
        )
    )  # fmt: skip
    case.report_count = len(earlier) + 1
    case.reason = rules.most_given([*(one.reason for one in earlier), reason])
    case.due_at = min(case.due_at, rules.due_at(reason, now))
    announce(events.ThingReported(case.id, written.id))
    return written


def _case_of(subject: Subject, reason: str, now: datetime) -> tuple[Case, bool]:
    """The open case of a thing, held until the act ends, and whether it is new.

    Of many who report it at the same moment one makes the case; the others wait for her, and join.
    """
    key = queries.open_key(subject.kind, subject.id)
    row = {
        "id": ids.new_id(now), "subject_kind": subject.kind, "subject_id": subject.id, "open_key": key,
        "account_id": subject.owner_id, "reason": reason, "report_count": 0, "snapshot": {}, "created_at": now,
        "due_at": rules.due_at(reason, now),
    }  # fmt: skip
    held = select(Case).where(Case.open_key == key).with_for_update(key_share=True)
    for _try in range(_TRIES):  # between the two statements the case may have been decided
        is_new = insert_missing(Case, [row]) == 1
        case = db.session.scalar(held.execution_options(populate_existing=True))
        if case is not None:
            return case, is_new
    raise RuntimeError("cases of this thing are decided faster than one can be reported")
