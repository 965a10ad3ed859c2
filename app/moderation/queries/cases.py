"""Cases and reports: the queue, single ones, what one person has reported."""

from collections.abc import Iterable, Sequence

from flask import abort
from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, mapped, newest_first
from app.kernel.text import number_in
from app.moderation import rules
from app.moderation.models import Case, Proposal, Report

PAGE = 20


def open_cases(
    *, kind: str = "", reason: str = "", severity: str = "", after: str | None = None, size: int = PAGE
) -> Page[Case]:
    """A page of the cases that wait, the most urgent first; `after` is the cursor of the last one seen.

    What waits for a second member of staff is not there: nobody has to do anything about it in this queue.
    """
    query = _waiting().options(joinedload(Case.account)).order_by(Case.due_at, Case.id).limit(size + 1)
    if kind:
        query = query.where(Case.subject_kind == kind)
    if reason:
        query = query.where(Case.reason == reason)
    if severity:
        codes = [code for code in rules.REASONS if rules.severity_of(code) == severity]
        query = query.where(Case.reason.in_(codes))
    if (last := case_or_none(after)) is not None:
        query = query.where(tuple_(Case.due_at, Case.id) > (last.due_at, last.id))
    rows = list(db.session.scalars(query))
    return Page(rows[:size], str(rows[size - 1].id) if len(rows) > size else None)


def open_count() -> int:
    """How many cases wait."""
    return db.session.scalar(_waiting().with_only_columns(func.count())) or 0


def case_or_none(case_id: int | str | None) -> Case | None:
    """The case with this id; None for anything that is no id."""
    number = number_in(str(case_id or ""), digits=19) or 0
    return db.session.get(Case, number, options=[joinedload(Case.account)]) if 0 < number < 2**63 else None


def cases_behind(proposals: Iterable[Proposal]) -> dict[int, Case]:
    """The cases that proposals came out of, by proposal; one statement at most."""
    behind = {one.id: int(one.values["case_id"]) for one in proposals if one.values.get("case_id")}
    if not behind:
        return {}
    found = {case.id: case for case in db.session.scalars(select(Case).where(Case.id.in_(set(behind.values()))))}
    return {proposal_id: found[case_id] for proposal_id, case_id in behind.items() if case_id in found}


def case_or_404(case_id: int) -> Case:
    """The case with this id, or the answer 404."""
    return case_or_none(case_id) or abort(404)


def open_case_of(kind: str, subject_id: int) -> Case | None:
    """The case of a thing that waits to be decided."""
    return db.session.scalar(select(Case).where(Case.open_key == open_key(kind, subject_id)))


def open_key(kind: str, subject_id: int) -> str:
    """By what an open case of a thing is found, and by which there is only one."""
    return f"{kind}:{subject_id}"


def reports_of(case: Case) -> list[Report]:
    """The reports of a case, the first one first, `reporter` loaded."""
    query = select(Report).where(Report.case_id == case.id).options(joinedload(Report.reporter))
    return list(db.session.scalars(query.order_by(Report.id)))


def reports_by(account: Account, *, before: int | None, size: int = PAGE) -> Page[tuple[Report, Case]]:
    """A page of what an account has reported, each with its case, the newest first."""
    query = select(Report).where(Report.reporter_id == account.id)
    return mapped(newest_first(query, Report.id, before=before, size=size), _with_cases)


def _with_cases(reports: Sequence[Report]) -> list[tuple[Report, Case]]:
    wanted = select(Case).where(Case.id.in_({report.case_id for report in reports}))
    cases = {case.id: case for case in db.session.scalars(wanted)}
    return [(report, cases[report.case_id]) for report in reports]


def report_in(case: Case, by: Account) -> Report | None:
    """What this person has reported in this case."""
    return db.session.scalar(select(Report).where(Report.case_id == case.id, Report.reporter_id == by.id))


def newest_print(case: Case, reports: Sequence[Report]) -> str:
    """The print of the thing as it was last kept."""
    kept = [case.snapshot, *(report.snapshot for report in reports if report.snapshot)]
    return str(kept[-1].get("print", ""))


def reporter_ids(case_id: int) -> list[int]:
    """Ids of all who have reported in a case."""
    return list(db.session.scalars(select(Report.reporter_id).where(Report.case_id == case_id).order_by(Report.id)))


def _waiting() -> Select[Case]:
    waiting = select(Case).where(Case.decided_at.is_(None))
    return waiting.where(Case.id.not_in(held)) if (held := _held_for_second()) else waiting


def _held_for_second() -> list[int]:
    """The few cases in which a ban waits for a second member of staff."""
    values = db.session.scalars(select(Proposal.values).where(Proposal.state == "waiting"))
    return [int(one["case_id"]) for one in values if one.get("case_id")]
