"""One account as staff sees it: who it is, what was decided, what it may not do, what it has written and reported."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts import queries as accounts
from app.accounts import rules as accounts_rules
from app.accounts.models import Account, LogIn
from app.accounts.presenters import AccountView, account_view
from app.backoffice.presenters.people import STATE_WORDS, Chip, chips_of
from app.backoffice.presenters.portraits import KIND_WORDS as SUBJECT_WORDS
from app.backoffice.queries import people
from app.moderation import queries as moderation
from app.moderation import rules
from app.moderation.models import Case, Decision
from app.posts.models import Post
from app.screening.presenters import LimitView, limit_views

DECISION_WORDS: dict[str, tuple[Any, str]] = {
    "dismiss": (_l("Nothing wrong"), "grow"),
    "take_down": (_l("Taken down"), "warm"),
    "warn": (_l("Warned"), "amber"),
    "limit": (_l("Limited"), "amber"),
    "ban": (_l("Banned"), "warm"),
}
OUTCOME_WORDS: dict[str, tuple[Any, str]] = {
    "signed_up": (_l("Signed up"), "blue"),
    "password": (_l("Logged in"), "grow"),
    "second_factor": (_l("Second factor right"), "grow"),
    "wrong": (_l("Wrong password"), "amber"),
    "second_wrong": (_l("Second factor wrong"), "warm"),
}


@dataclass(frozen=True)
class DeedView:
    """One thing that was decided about the account."""

    id: str
    what: Any
    tone: str
    subject: Any
    reason: str
    words: str
    by: AccountView | None
    second: AccountView | None
    at: datetime
    undone_at: datetime | None
    undone_by: AccountView | None
    bulk_id: str
    case_url: str
    days: int | None
    may_undo: bool
    appeal: str


@dataclass(frozen=True)
class ReportView:
    """A case about the account, or one that it has reported."""

    url: str
    subject: Any
    reason: str
    count: int
    at: datetime
    result: Any
    tone: str


@dataclass(frozen=True)
class SaidView:
    """One of its posts."""

    url: str
    text: str
    at: datetime
    is_taken_down: bool


@dataclass(frozen=True)
class LogInView:
    """An attempt to log in."""

    at: datetime
    word: Any
    tone: str
    address: str
    network: str
    browser: str


@dataclass(frozen=True)
class Dossier:
    """Everything on the page."""

    account: AccountView
    row: Account
    state: Chip
    chips: list[Chip]
    bio: str
    has_second_factor: bool
    strikes: int
    limits: list[LimitView]
    deeds: list[DeedView]
    reports_about: list[ReportView]
    reports_by: list[ReportView]
    waiting_proposal: bool
    posts: list[SaidView]
    is_self: bool


def dossier(account: Account, *, viewer: Account, now: datetime) -> Dossier:
    """The page of an account."""
    history = moderation.history_of(account)
    appeals = {appeal.decision_id: appeal.state for appeal in history.appeals}
    told = [row for row in history.decisions if row.kind != "dismiss"]
    named = {one for row in told for one in (row.by_id, row.second_id, row.undone_by) if one}
    staff = {identity: account_view(row) for identity, row in accounts.accounts_by_ids(named).items()}
    limits = limit_views(account.id, now)
    in_force = tuple(limit.kind for limit in limits if limit.is_in_force and limit.kind != "banned")
    word, tone = STATE_WORDS[account.state]
    return Dossier(
        account=account_view(account),
        row=account,
        state=Chip(word, tone or "grow"),
        chips=chips_of(account, tuple(dict.fromkeys(in_force))),
        bio=account.bio,
        has_second_factor=accounts.has_second_factor(account),
        strikes=len(moderation.strikes_in_force(account.id, now)),
        limits=limits,
        deeds=[
            _deed(row, staff, appeals.get(row.id, ""), viewer) for row in history.decisions if row.kind != "dismiss"
        ],
        reports_about=[_report(case, viewer) for case in history.cases],
        reports_by=[_report(case, viewer, reason=report.reason) for report, case in people.reports_by(account.id)],
        waiting_proposal=any(proposal.state == "waiting" for proposal in history.proposals),
        posts=[_said(post) for post in people.recent_posts(account.id)],
        is_self=account.id == viewer.id,
    )


def log_in_views(rows: list[LogIn]) -> list[LogInView]:
    """Attempts to log in."""
    return [
        LogInView(row.created_at, *OUTCOME_WORDS[row.outcome], row.address, row.network, row.browser) for row in rows
    ]


def _deed(row: Decision, staff: dict[int, AccountView], appeal: str, viewer: Account) -> DeedView:
    what, tone = DECISION_WORDS[row.kind]
    states = {"waiting": _("appeal waits"), "upheld": _("appeal refused"), "overturned": _("appeal granted")}
    states["withdrawn"] = _("appeal withdrawn")
    return DeedView(
        id=str(row.id),
        what=what,
        tone=tone,
        subject=SUBJECT_WORDS[row.subject_kind],
        reason=rules.label_of(row.reason),
        words=row.words,
        by=staff.get(row.by_id),
        second=staff.get(row.second_id) if row.second_id else None,
        at=row.created_at,
        undone_at=row.undone_at,
        undone_by=staff.get(row.undone_by) if row.undone_by else None,
        bulk_id=str(row.bulk_id) if row.bulk_id else "",
        case_url=_case_url(row.case_id, viewer),
        days=row.effects.get("days"),
        may_undo=rules.why_not_undo(row, viewer) is None,
        appeal=states.get(appeal, ""),
    )


def _report(case: Case, viewer: Account, *, reason: str = "") -> ReportView:
    result, tone = (_("Undecided"), "amber") if case.decided_at is None else (_("Decided"), "")
    return ReportView(
        _case_url(case.id, viewer), SUBJECT_WORDS[case.subject_kind], rules.label_of(reason or case.reason),
        case.report_count, case.created_at, result, tone,
    )  # fmt: skip


def _case_url(case_id: int | None, viewer: Account) -> str:
    return f"/admin/cases/{case_id}" if case_id and accounts_rules.may(viewer, "reports.decide") else ""


def _said(post: Post) -> SaidView:
    text = post.text or _("Repost")
    return SaidView(f"/posts/{post.id}", text, post.created_at, post.deleted_at is not None)
