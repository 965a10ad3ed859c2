"""The audit log as staff reads it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first

SIZE = 50


@dataclass(frozen=True)
class RowsWanted:
    """Which rows; None and '' stand for anything. `until` is a day that still belongs to it."""

    actor_id: int | None = None
    act: str = ""
    subject_kind: str = ""
    subject_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None


def audit_rows(wanted: RowsWanted, *, before: int | None) -> Page[AuditRow]:
    """A page of rows, the newest first."""
    query = select(AuditRow)
    if wanted.actor_id is not None:
        query = query.where(AuditRow.actor_id == wanted.actor_id)
    if wanted.act:
        query = query.where(AuditRow.act == wanted.act)
    if wanted.subject_kind:
        query = query.where(AuditRow.subject_kind == wanted.subject_kind)
    if wanted.subject_id is not None:
        query = query.where(AuditRow.subject_id == wanted.subject_id)
    if wanted.since is not None:
        query = query.where(AuditRow.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AuditRow.at < wanted.until + timedelta(days=1))
    return newest_first(query, AuditRow.number, before=before, size=SIZE)


def acts_noted() -> list[str]:
    """The acts there are in the log, by name; each is looked up by the index, not by reading all rows."""
    found: list[str] = []
    while name := db.session.scalar(_acts.where(AuditRow.act > (found[-1] if found else "")).limit(1)):
        found.append(name)
    return found


_acts = select(AuditRow.act).order_by(AuditRow.act)
