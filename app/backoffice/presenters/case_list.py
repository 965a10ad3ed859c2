"""The queue of reports: its rows, filters and tabs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.backoffice import queries
from app.backoffice.presenters.clocks import Clock, clock_of
from app.backoffice.presenters.owners import strikes_words
from app.backoffice.presenters.portraits import KIND_ICONS, KIND_WORDS, excerpt_of
from app.backoffice.presenters.reasons import Pick, given_picks
from app.backoffice.queries import CaseFilter
from app.kernel.pagination import Page
from app.moderation import rules
from app.moderation.models import Case

CHIPS = 3


@dataclass(frozen=True)
class CaseRow:
    """One open case in the list."""

    id: str
    url: str
    icon: str
    kind_word: str
    excerpt: str
    owner: AccountView | None
    owner_note: str
    given: list[Pick]
    report_count: int
    created_at: datetime
    clock: Clock
    taken_by: AccountView | None


@dataclass(frozen=True)
class CaseListing:
    """One page of the queue, as it was chosen."""

    rows: list[CaseRow]
    note: str
    tabs: list[dict[str, object]]
    reasons: list[tuple[str, str]]
    chosen: dict[str, str]
    first_url: str
    reset_url: str
    next_url: str
    begin_url: str


def case_listing(
    page: Page[Case], chosen: CaseFilter, *, first: Case | None, is_later: bool, viewer: Account, now: datetime
) -> CaseListing:
    """The page with tabs and filters; `first` is where working through them begins; `is_later`: not the first page."""
    by_kind = queries.waiting_by_kind()
    total = sum(by_kind.values())
    return CaseListing(
        rows=case_rows(page.items, chosen, viewer=viewer, now=now),
        note=str(ngettext("%(num)s case waits", "%(num)s cases wait", total)) if total else "",
        tabs=_tabs(by_kind, total, chosen),
        reasons=[("", str(_("Any reason")))]
        + [(code, str(ground.label)) for code, ground in rules.REASONS.items() if ground.parent or code == rules.OTHER],
        chosen=chosen.words,
        first_url=case_url(first, chosen) if first is not None else "",
        reset_url="/admin/cases" if chosen.words else "",
        next_url=list_url(chosen, after=page.next_cursor) if page.next_cursor else "",
        begin_url=list_url(chosen) if is_later else "",
    )


def case_rows(cases: Sequence[Case], chosen: CaseFilter, *, viewer: Account, now: datetime) -> list[CaseRow]:
    """The rows of a page of cases, in four statements whatever their number."""
    given = queries.reasons_given([case.id for case in cases])
    strikes = queries.strike_counts([case.account_id for case in cases if case.account_id], now)
    takers = accounts.accounts_by_ids([case.taken_by for case in cases if case.taken_by])
    return [
        CaseRow(
            id=str(case.id),
            url=case_url(case, chosen),
            icon=KIND_ICONS[case.subject_kind],
            kind_word=str(KIND_WORDS[case.subject_kind]),
            excerpt=excerpt_of(case.snapshot),
            owner=account_view(case.account) if case.account else None,
            owner_note=strikes_words(strikes.get(case.account_id or 0, 0)),
            given=given_picks(given[case.id][:CHIPS]),
            report_count=case.report_count,
            created_at=case.created_at,
            clock=clock_of(case.due_at, now),
            taken_by=taker_of(case, takers, viewer, now),
        )
        for case in cases
    ]


def case_url(case: Case, chosen: CaseFilter, **more: str) -> str:
    """Where a case is worked on, within this choice of cases."""
    return url_for("backoffice.case_show", case_id=case.id, **chosen.words, **more)


def list_url(chosen: CaseFilter, **more: str) -> str:
    """Where the list of this choice is."""
    words = urlencode({**chosen.words, **more})
    return f"/admin/cases?{words}" if words else "/admin/cases"


def taker_of(case: Case, takers: Mapping[int, Account], viewer: Account, now: datetime) -> AccountView | None:
    is_taken = case.taken_by in takers and queries.is_taken(case, by=viewer, now=now)
    return account_view(takers[case.taken_by]) if is_taken and case.taken_by else None


def _tabs(by_kind: Mapping[str, int], total: int, chosen: CaseFilter) -> list[dict[str, object]]:
    kinds = [("", str(_("All")), total)] + [
        (kind, str(word), by_kind.get(kind, 0)) for kind, word in KIND_WORDS.items()
    ]
    return [
        {"label": word, "count": count, "is_here": kind == chosen.kind,
         "href": list_url(CaseFilter(kind, chosen.reason, chosen.overdue))}
        for kind, word, count in kinds
    ]  # fmt: skip
