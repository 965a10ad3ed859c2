"""Asking for one's data, and what becomes of the file."""

from datetime import datetime

from sqlalchemy import delete, select

from app.accounts.models import Account
from app.kernel import ids, vault
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, locked, operation
from app.portability import events, queries, rules
from app.portability.models import AwaitedRelation, DataExport


class NotExported(Refusal):
    """No new export now."""


@operation
def request_export(*, by: Account, now: datetime) -> DataExport:
    """Ask for all one's data; it is gathered later. One at a time, and one a day. Raises NotExported."""
    locked(by)
    if reason := rules.why_not_export(queries.latest_export(by), now=now):
        raise NotExported(reason)
    export = add(DataExport(id=ids.new_id(now), account_id=by.id, created_at=now))
    announce(events.ExportRequested(export.id))
    return export


@operation
def note_progress(export_id: int, *, done: int, total: int) -> bool:
    """Say how far it is; False where nobody waits for it any more."""
    export = db.session.get(DataExport, export_id, populate_existing=True, with_for_update=True)
    if export is None or export.state not in rules.UNDER_WAY:
        return False
    export.state, export.done, export.total = "gathering", done, total
    announce(events.ExportMoved(export.id, export.account_id))
    return True


@operation
def finish(export_id: int, *, key: str, size: int, now: datetime) -> bool:
    """The file is ready; False where nobody waits for it any more."""
    export = db.session.get(DataExport, export_id, populate_existing=True, with_for_update=True)
    if export is None or export.state not in rules.UNDER_WAY:
        return False
    export.state, export.key, export.size, export.done = "ready", key, size, export.total
    export.ready_at, export.expires_at = now, now + rules.KEPT_FOR
    announce(events.ExportMoved(export.id, export.account_id))
    announce(events.ExportReady(export.id, export.account_id))
    return True


@operation
def remove_expired(now: datetime) -> int:
    """Remove files that are kept no longer, and give up exports that are long overdue; answers how many."""
    expired, late = queries.expired_exports(now), queries.late_exports(now)
    for export in expired:
        vault.remove(export.key)
        export.state, export.key = "expired", ""
    for export in late:
        export.state = "failed"
        announce(events.ExportMoved(export.id, export.account_id))
    return len(expired) + len(late)


@operation
def forget(account_id: int) -> bool:
    """Remove the exports of somebody who has closed her account, files first, and what her imports wait for."""
    for export in db.session.scalars(select(DataExport).where(DataExport.account_id == account_id)):
        if export.key:
            vault.remove(export.key)
        db.session.delete(export)
    db.session.execute(delete(AwaitedRelation).where(AwaitedRelation.account_id == account_id))
    return False
