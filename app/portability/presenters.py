"""Exports and closings as the pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.errors import Reason
from app.kernel.pagination import Page, mapped
from app.portability import queries, rules
from app.portability.models import DataExport


@dataclass(frozen=True, slots=True)
class ExportView:
    """One export: how far it is (`percent`), and whether its file can be fetched until `expires_at`."""

    id: str
    state: str
    percent: int
    size: int
    created_at: datetime
    ready_at: datetime | None
    expires_at: datetime | None
    is_under_way: bool
    is_kept: bool

    def as_json(self) -> dict[str, object]:
        """What the page asks for while it waits."""
        return {"id": self.id, "state": self.state, "percent": self.percent, "is_under_way": self.is_under_way}


@dataclass(frozen=True, slots=True)
class ExportRow:
    """An export for staff: whose, in which state, since when; nothing of what is in it."""

    export: ExportView
    account_id: str
    handle: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """Somebody who is leaving."""

    account_id: str
    handle: str
    state: str
    closes_at: datetime | None


def export_view(export: DataExport, *, now: datetime) -> ExportView:
    """The view of one export."""
    is_under_way = export.state in rules.UNDER_WAY
    percent = 100 if export.state == "ready" else 99 * export.done // export.total if export.total else 0
    return ExportView(
        id=str(export.id),
        state=export.state,
        percent=percent,
        size=export.size,
        created_at=export.created_at,
        ready_at=export.ready_at,
        expires_at=export.expires_at,
        is_under_way=is_under_way,
        is_kept=rules.is_kept(export, now=now),
    )


def latest_view(account: Account, *, now: datetime) -> tuple[ExportView | None, Reason | None]:
    """The last export, and why no new one can be asked for now."""
    latest = queries.latest_export(account)
    view = export_view(latest, now=now) if latest is not None else None
    return view, rules.why_not_export(latest, now=now)


def export_rows(*, before: int | None, now: datetime) -> Page[ExportRow]:
    """Everybody's exports, for staff."""

    def rows(exports: Sequence[DataExport]) -> list[ExportRow]:
        people = accounts.accounts_by_ids({export.account_id for export in exports})
        return [
            ExportRow(
                export=export_view(export, now=now),
                account_id=str(export.account_id),
                handle=people[export.account_id].handle,
                is_late=export.state in rules.UNDER_WAY and now - export.created_at > rules.READY_WITHIN,
            )
            for export in exports
        ]

    return mapped(queries.all_exports(before=before), rows)


def closing_rows(*, limit: int = 100) -> list[ClosingRow]:
    """Who is leaving, the first one first, for staff."""
    return [
        ClosingRow(str(account.id), account.handle, account.state, account.closes_at)
        for account in queries.closing_accounts(limit=limit)
    ]
