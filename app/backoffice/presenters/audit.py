"""Rows of the audit log, readable: who, what, on what, before and after."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.backoffice.presenters.portraits import KIND_WORDS
from app.backoffice.queries.log import RowsWanted, acts_noted, audit_rows
from app.kernel import formats
from app.kernel.audit import AuditRow
from app.kernel.pagination import Page, cursor_from, mapped

_PLACES = {
    "account": "/admin/accounts/{}",
    "case": "/admin/cases/{}",
    "appeal": "/admin/appeals/{}",
    "bulk": "/admin/bulk/{}",
    "application": "/admin/verification/{}",
    "post": "/posts/{}",
    "product": "/admin/products/{}",
    "review": "/admin/review/{}",
}


_WORDS: dict[str, Any] = {
    "bulk": _l("Bulk act"),
    "job": _l("Job"),
    "case": _l("Case"),
    "application": _l("Application"),
    "announcement": _l("Announcement"),
    "appeal": _l("Appeal"),
    "charter": _l("Community rules"),
    "decision": _l("Decision"),
    "domain": _l("Domain"),
    "proof": _l("Paper of a verification"),
    "review": _l("Content review"),
    "word": _l("Word of the filter"),
    **KIND_WORDS,
}


@dataclass(frozen=True)
class Wanted:
    """Which rows, as the address says it."""

    actor: str = ""
    act: str = ""
    on: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Change:
    """One value that an act has changed: how it was and how it is, '' where there was none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class RowView:
    """One row."""

    number: int
    at: datetime
    actor: AccountView | None
    act: str
    subject: str
    subject_url: str
    changes: list[Change]
    reason: str
    seal: str


@dataclass(frozen=True)
class CheckView:
    """Whether the log holds: `broken_at` is the first row that does not; `noted` is what to keep elsewhere."""

    broken_at: int | None
    rows: int
    noted: str


def wanted_from(args: Any) -> Wanted:
    """What an address asks for."""
    return Wanted(**{name: args.get(name, "").strip()[:100] for name in ("actor", "act", "on", "since", "until")})


def address_of(wanted: Wanted, **more: str) -> str:
    """The address of the rows so narrowed."""
    values = {**{name: getattr(wanted, name) for name in Wanted.__dataclass_fields__}, **more}
    return "/admin/audit?" + urlencode({name: value for name, value in values.items() if value})


def acts() -> list[tuple[str, str]]:
    """What can be chosen."""
    return [("", _("Any")), *((act, act) for act in acts_noted())]


def audit_page(wanted: Wanted, *, before: int | None) -> Page[RowView]:
    """A page of rows; an actor nobody knows has done nothing."""
    actor = _account(wanted.actor)
    if wanted.actor and actor is None:
        return Page([], None)
    kind, _colon, number = wanted.on.partition(":")
    rows = audit_rows(
        RowsWanted(
            actor_id=actor.id if actor else None,
            act=wanted.act,
            subject_kind="" if kind.isdigit() else kind,
            subject_id=cursor_from(kind if kind.isdigit() else number),
            since=formats.time_typed(wanted.since),
            until=formats.time_typed(wanted.until),
        ),
        before=before,
    )
    return mapped(rows, _views)


def check_view(broken_at: int | None, last: AuditRow | None) -> CheckView:
    """What reckoning through the log has found."""
    return CheckView(broken_at, last.number if last else 0, f"{last.number}:{last.seal}" if last else "")


def _views(rows: Sequence[AuditRow]) -> list[RowView]:
    people = accounts.accounts_by_ids({row.actor_id for row in rows if row.actor_id is not None})
    return [
        RowView(
            row.number,
            row.at,
            account_view(people[row.actor_id]) if row.actor_id in people else None,
            row.act,
            f"{_WORDS.get(row.subject_kind, row.subject_kind)} {row.subject_id or ''}".strip(),
            _PLACES[row.subject_kind].format(row.subject_id) if row.subject_kind in _PLACES and row.subject_id else "",
            _changes(row),
            row.reason,
            row.seal,
        )
        for row in rows
    ]


def _changes(row: AuditRow) -> list[Change]:
    names = dict.fromkeys([*row.before, *row.after])
    changes = [Change(name, _plain(row.before.get(name)), _plain(row.after.get(name))) for name in names]
    return [change for change in changes if change.before or change.after]


def _plain(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, list) and all(isinstance(one, str | int) for one in value):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _account(typed: str) -> Account | None:
    if identity := cursor_from(typed):
        return accounts.account_or_none(identity)
    return accounts.who_is(typed) if typed else None
