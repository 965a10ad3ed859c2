"""Acts on many accounts at once, as the pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.backoffice.presenters.dashboard import lasting
from app.backoffice.presenters.people import Chip, chips_of
from app.kernel.pagination import Page, mapped
from app.moderation import queries, rules
from app.moderation.models import BulkItem, BulkJob
from app.moderation.queries import Named

KIND_WORDS: dict[str, Any] = {"warn": _l("Warn"), "limit": _l("Limit"), "ban": _l("Ban")}
STATE_WORDS: dict[str, tuple[Any, str]] = {
    "running": (_l("Running"), "blue"),
    "cancelled": (_l("Cancelled"), "amber"),
    "done": (_l("Done"), "grow"),
    "undoing": (_l("Being undone"), "blue"),
    "undone": (_l("Undone"), ""),
}
ITEM_WORDS: dict[str, tuple[Any, str]] = {
    "waiting": (_l("Not done"), ""),
    "done": (_l("Done"), "grow"),
    "refused": (_l("Refused"), "amber"),
    "proposed": (_l("For a second opinion"), "blue"),
    "undone": (_l("Undone"), ""),
    "kept": (_l("Kept"), "warm"),
}


@dataclass(frozen=True)
class JobView:
    """One job. `worked` of `due` accounts are through, in the direction it goes; `rest` says how long it will take."""

    id: str
    kind: str
    act: Any
    reason: str
    words: str
    days: int | None
    by: AccountView
    state: str
    state_word: Any
    tone: str
    total: int
    worked: int
    due: int
    done: int
    refused: int
    proposed: int
    undone: int
    created_at: datetime
    ended_at: datetime | None
    rest: str
    moves: bool
    may_cancel: bool
    may_undo: bool
    undo_reason: str
    counts: dict[str, int]


@dataclass(frozen=True)
class ItemView:
    """One account of a job."""

    account: AccountView
    state_word: Any
    tone: str
    reason: str
    decision_id: str


@dataclass(frozen=True)
class NamedView:
    """One entry of a pasted list; `needs_second`: it is verified."""

    line: int
    typed: str
    account: AccountView | None
    chips: list[Chip]
    problem: str
    needs_second: bool


@dataclass(frozen=True)
class PreviewView:
    """Who is meant: those that will be acted on, and the entries with something wrong about them."""

    people: list[NamedView]
    problems: list[NamedView]
    verified: int


def job_page(*, before: int | None) -> Page[JobView]:
    """A page of jobs."""
    page = queries.bulk_jobs(before=before)
    staff = accounts.accounts_by_ids(job.by_id for job in page.items)
    return mapped(page, lambda jobs: [_view(job, staff[job.by_id]) for job in jobs])


def job_view(job: BulkJob, *, viewer: Account, now: datetime) -> JobView:
    """One job, with what the viewer may do about it."""
    return _view(job, accounts.account_or_404(job.by_id), viewer=viewer, now=now, counts=queries.bulk_states(job))


def item_page(job: BulkJob, *, state: str, after: int | None) -> Page[ItemView]:
    """A page of a job's accounts, in one state where it is given."""
    page = queries.bulk_items(job, state=state if state in ITEM_WORDS else "", after=after)
    return mapped(page, _items)


def preview_view(named: Sequence[Named]) -> PreviewView:
    """Whom a list means."""
    views = [
        NamedView(
            one.line,
            one.typed,
            account_view(one.account) if one.account else None,
            chips_of(one.account) if one.account else [],
            str(one.problem) if one.problem else "",
            one.account is not None and rules.needs_second(one.account),
        )
        for one in named
    ]
    people = [view for view in views if view.account and not view.problem]
    return PreviewView(people, [view for view in views if view.problem], sum(view.needs_second for view in people))


def reason_words(code: str) -> str:
    """Why an account of a job was refused, or kept."""
    found = rules.refusal_named(code)
    return str(found) if found else code


def _items(items: Sequence[BulkItem]) -> list[ItemView]:
    people = accounts.accounts_by_ids(item.account_id for item in items)
    return [
        ItemView(
            account_view(people[item.account_id]),
            *ITEM_WORDS[item.state],
            reason_words(item.reason) if item.reason else "",
            str(item.decision_id or ""),
        )
        for item in items
    ]


def _view(
    job: BulkJob,
    by: Account,
    *,
    viewer: Account | None = None,
    now: datetime | None = None,
    counts: dict[str, int] | None = None,
) -> JobView:
    word, tone = STATE_WORDS[job.state]
    is_undo = job.state in ("undoing", "undone")
    through = job.done_count + job.refused_count + job.proposed_count
    worked, due = (job.undone_count, job.done_count + job.proposed_count) if is_undo else (through, job.total)
    return JobView(
        id=str(job.id),
        kind=job.values["kind"],
        act=KIND_WORDS[job.values["kind"]],
        reason=rules.label_of(job.values["reason"]),
        words=job.values["words"],
        days=job.values["days"] if job.values["kind"] == "limit" else None,
        by=account_view(by),
        state=job.state,
        state_word=word,
        tone=tone,
        total=job.total,
        worked=worked,
        due=due,
        done=job.done_count,
        refused=job.refused_count,
        proposed=job.proposed_count,
        undone=job.undone_count,
        created_at=job.created_at,
        ended_at=job.ended_at,
        rest=_rest(job, worked, due, now) if now is not None else "",
        moves=job.ended_at is None,
        may_cancel=viewer is not None and rules.why_not_cancel(job, viewer) is None,
        may_undo=viewer is not None
        and rules.why_not_undo_bulk(job, viewer, "x") is None
        and through > job.refused_count,
        undo_reason=job.values.get("undo_reason", ""),
        counts=counts or {},
    )


def _rest(job: BulkJob, worked: int, due: int, now: datetime) -> str:
    """How long it will take at the pace so far; '' before there is one."""
    began = datetime.fromisoformat(job.values["undo_at"]) if "undo_at" in job.values else job.created_at
    if job.ended_at is not None or not worked or now <= began:
        return ""
    left: timedelta = (now - began) / worked * (due - worked)
    return _("about %(time)s left", time=lasting(max(left.total_seconds(), 1)))
