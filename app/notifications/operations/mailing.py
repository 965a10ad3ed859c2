"""Digests on their way: claimed before they are written, so that none goes out twice."""

from datetime import datetime, timedelta

from sqlalchemy import select

from app.kernel.database import db
from app.kernel.transactions import operation
from app.notifications import rules
from app.notifications.models import Digest

RETRY = timedelta(minutes=30)


@operation
def claim_digest(account_id: int, *, now: datetime) -> int | None:
    """Take a due digest, which puts the next one on the calendar; the newest news the last one told of.

    None when it is not due (any more): another process has taken it, or it was called off.
    """
    due = select(Digest).where(Digest.account_id == account_id, Digest.next_at <= now, Digest.rhythm != "off")
    digest = db.session.scalar(due.with_for_update(key_share=True).execution_options(populate_existing=True))
    if digest is None:
        return None
    digest.next_at = rules.next_digest(digest.rhythm, now)
    return digest.sent_up_to


@operation
def settle_digest(account_id: int, *, up_to: int) -> None:
    """It is out: the next one tells of what is newer."""
    digest = db.session.get(Digest, account_id, with_for_update={"key_share": True})
    if digest is not None:
        digest.sent_up_to = max(digest.sent_up_to, up_to)


@operation
def put_off_digest(account_id: int, *, now: datetime) -> None:
    """The mail server did not take it: try again a little later."""
    digest = db.session.get(Digest, account_id, with_for_update={"key_share": True})
    if digest is not None and digest.rhythm != "off":
        digest.next_at = now + RETRY
