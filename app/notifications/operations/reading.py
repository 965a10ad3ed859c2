"""Reading notices."""

from sqlalchemy import update

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.notifications.events import NoticesRead
from app.notifications.models import Notice


@operation
def read(*, by: Account, kind: str | None = None, up_to: int | None = None) -> None:
    """Mark one kind read, or everything; what has grown since the news `up_to` stays unread."""
    unread = update(Notice).where(Notice.account_id == by.id, Notice.group_key.is_not(None))
    if kind is not None:
        unread = unread.where(Notice.kind == kind)
    if up_to is not None:
        unread = unread.where(Notice.latest_id <= up_to)
    done = db.session.execute(
        unread.values(is_unread=False, group_key=None).execution_options(synchronize_session=False)
    )
    if done.rowcount:  # type: ignore[attr-defined]
        announce(NoticesRead(by.id))
