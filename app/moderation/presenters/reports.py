"""Reporting: what can be said about a thing, and what came of what one has reported."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.errors import Reason
from app.kernel.pagination import Page, mapped
from app.moderation import queries, rules
from app.moderation.models import Case, Report
from app.moderation.presenters import words
from app.moderation.queries import Subject
from app.moderation.rules import Ground
from app.relationships import queries as relationships

EXCERPT = 60


@dataclass(frozen=True, slots=True)
class ReportingView:
    """The form: what is reported, and the reasons that fit it; `blocks` names whom the report may also block."""

    kind: str
    id: str
    title: str
    excerpt: str
    groups: list[tuple[Ground, list[Ground]]]
    blocks: str
    reason: str = ""
    words: str = ""
    problem: str = ""
    words_max: int = rules.WORDS_MAX


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report of one's own; `result` says what came of it, `is_open` that nothing has yet."""

    id: str
    title: str
    excerpt: str
    reason: str
    words: str
    created_at: datetime
    due_at: datetime
    decided_at: datetime | None
    result: str
    is_open: bool


def reporting_view(
    subject: Subject, *, viewer: Account, reason: str = "", said: str = "", problem: Reason | None = None
) -> ReportingView:
    """The form for a thing that the viewer may see, with what was chosen and typed before."""
    owner = accounts.account_or_none(subject.owner_id) if subject.owner_id else None
    may_block = owner is not None and owner.id != viewer.id and not relationships.blocks_between(viewer.id, owner.id)
    return ReportingView(
        kind=subject.kind,
        id=str(subject.id),
        title=str(words.REPORTED[subject.kind]),
        excerpt=_excerpt(queries.portrait_of(subject)),
        groups=rules.groups_for(subject.kind),
        blocks=owner.nickname if owner is not None and may_block else "",
        reason=reason,
        words=said,
        problem=str(problem) if problem is not None else "",
    )


def report_page(account: Account, *, before: int | None) -> Page[ReportView]:
    """A page of what an account has reported, with what came of it."""
    return mapped(queries.reports_by(account, before=before), lambda rows: [_view(*row) for row in rows])


def _view(report: Report, case: Case) -> ReportView:
    decision = queries.decision_or_none(case.decision_id) if case.decision_id else None
    result: Any = words.WAITING if decision is None else words.RESULTS.get(decision.kind, words.ACTED)
    return ReportView(
        id=str(report.id),
        title=str(words.REPORTED[case.subject_kind]),
        excerpt=_excerpt(report.snapshot or case.snapshot),
        reason=rules.label_of(report.reason),
        words=report.words,
        created_at=report.created_at,
        due_at=case.due_at,
        decided_at=case.decided_at,
        result=str(result),
        is_open=decision is None,
    )


def _excerpt(portrait: dict[str, Any]) -> str:
    author = (portrait.get("author") or {}).get("nickname", "")
    said = " ".join(str(portrait.get("title") or portrait.get("text") or portrait.get("bio") or "").split())
    line = f"@{author} {said}".strip() if author else said
    return line if len(line) <= EXCERPT else f"{line[:EXCERPT]}…"
