"""The queue of reports as it is worked through: filtered, in order, and what stands in its rows."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page
from app.moderation import queries as moderation
from app.moderation import rules
from app.moderation.models import SUBJECTS, Case, Report, Strike

_STRETCH = 50


@dataclass(frozen=True)
class CaseFilter:
    """Which open cases one works through: of one kind of thing, for one reason, only those that are overdue."""

    kind: str = ""
    reason: str = ""
    overdue: bool = False

    @classmethod
    def chosen(cls, kind: str, reason: str, due: str) -> "CaseFilter":
        """From what an address says; what there is not counts as no choice."""
        return cls(kind if kind in SUBJECTS else "", reason if reason in rules.REASONS else "", due == "overdue")

    @property
    def words(self) -> dict[str, str]:
        """The same, as an address says it."""
        chosen = {"kind": self.kind, "reason": self.reason, "due": "overdue" if self.overdue else ""}
        return {name: value for name, value in chosen.items() if value}


def waiting_cases(chosen: CaseFilter, *, after: str | None, now: datetime, size: int = _STRETCH) -> Page[Case]:
    """A page of the open cases of this choice, the most urgent first."""
    page = moderation.open_cases(kind=chosen.kind, reason=chosen.reason, after=after, size=size)
    if not chosen.overdue:
        return page
    late = [case for case in page.items if case.due_at < now]  # they come first
    return Page(late, page.next_cursor if len(late) == len(page.items) else None)


def case_after(case: Case | None, chosen: CaseFilter, *, by: Account, now: datetime) -> Case | None:
    """The case that comes next for `by`: in order behind `case`, then from the beginning; never that one itself.

    Cases that somebody else is looking at and those about `by` are left out.
    """
    start = str(case.id) if case is not None else None
    skipped = case.id if case is not None else 0
    for beginning in dict.fromkeys((start, None)):
        for one in _all_waiting(chosen, after=beginning, now=now):
            if one.id != skipped and one.account_id != by.id and not is_taken(one, by=by, now=now):
                return one
    return None


def _all_waiting(chosen: CaseFilter, *, after: str | None, now: datetime) -> Iterator[Case]:
    """The open cases of this choice from there on, a stretch at a time."""
    more = True
    while more:
        page = waiting_cases(chosen, after=after, now=now)
        yield from page.items
        after, more = page.next_cursor, page.next_cursor is not None


def is_taken(case: Case, *, by: Account, now: datetime) -> bool:
    """Whether somebody else is looking at the case right now."""
    if case.taken_by is None or case.taken_by == by.id or case.taken_at is None:
        return False
    return case.taken_at > now - rules.TAKEN_FOR


def waiting_by_kind() -> dict[str, int]:
    """How many cases wait for each kind of thing."""
    rows = db.session.execute(
        select(Case.subject_kind, func.count()).where(Case.decided_at.is_(None)).group_by(Case.subject_kind)
    )
    return dict(rows.all())


def reasons_given(case_ids: Collection[int]) -> dict[int, list[tuple[str, int]]]:
    """For each case its reasons with how many gave them, most first."""
    rows = db.session.execute(
        select(Report.case_id, Report.reason, func.count())
        .where(Report.case_id.in_(case_ids))
        .group_by(Report.case_id, Report.reason)
        .order_by(func.count().desc(), func.min(Report.id))
    )
    given: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for case_id, reason, count in rows:
        given[case_id].append((reason, count))
    return given


def strike_counts(account_ids: Collection[int], now: datetime) -> dict[int, int]:
    """How many strikes are in force, for each account that has any."""
    rows = db.session.execute(
        select(Strike.account_id, func.count())
        .where(Strike.account_id.in_(account_ids), Strike.voided_at.is_(None), Strike.expires_at > now)
        .group_by(Strike.account_id)
    )
    return dict(rows.all())


def cases_by_ids(case_ids: Sequence[int]) -> list[Case]:
    """The cases with these ids that are still open, the most urgent first."""
    query = select(Case).where(Case.id.in_(case_ids), Case.decided_at.is_(None))
    return list(db.session.scalars(query.order_by(Case.due_at, Case.id)))
