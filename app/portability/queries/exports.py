"""Exports: one's own, those whose time is over, and all of them for staff."""

from collections.abc import Sequence
from datetime import datetime

from flask import abort
from sqlalchemy import select

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first
from app.portability.models import DataExport
from app.portability.rules import READY_WITHIN, UNDER_WAY

_HIGHEST_ID = 2**63 - 1


def latest_export(account: Account) -> DataExport | None:
    """The last export that somebody has asked for."""
    query = select(DataExport).where(DataExport.account_id == account.id).order_by(DataExport.id.desc()).limit(1)
    return db.session.scalar(query.execution_options(populate_existing=True))


def export_or_404(export_id: int, *, of: Account) -> DataExport:
    """One's own export, or the answer 404."""
    export = db.session.get(DataExport, export_id, populate_existing=True) if export_id <= _HIGHEST_ID else None
    return export if export is not None and export.account_id == of.id else abort(404)


def expired_exports(now: datetime, *, limit: int = 100) -> Sequence[DataExport]:
    """Exports whose file is kept no longer."""
    query = select(DataExport).where(DataExport.state == "ready", DataExport.expires_at <= now)
    return db.session.scalars(query.order_by(DataExport.id).limit(limit)).all()


def late_exports(now: datetime, *, limit: int = 100) -> Sequence[DataExport]:
    """Exports that should have been ready by now."""
    query = select(DataExport).where(DataExport.state.in_(UNDER_WAY), DataExport.created_at < now - READY_WITHIN)
    return db.session.scalars(query.order_by(DataExport.id).limit(limit)).all()


def all_exports(*, before: int | None) -> Page[DataExport]:
    """A page of everybody's exports, the newest first."""
    return newest_first(select(DataExport), DataExport.id, before=before)


def closing_accounts(*, limit: int) -> Sequence[Account]:
    """Accounts that wait for the end of their week, the first one first."""
    query = select(Account).where(Account.closes_at.is_not(None)).order_by(Account.closes_at, Account.id)
    return db.session.scalars(query.limit(limit)).all()
