"""What an account wants to hear of."""

from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel.database import db
from app.notifications.models import CHOSEN_KINDS, RHYTHMS, Digest, NoticeSetting, ThreadMute

THREADS_KNOWN = 1000


def senders_chosen(account: Account) -> dict[str, str]:
    """Whose news of each kind an account wants: all, followed or none."""
    rows = db.session.execute(
        select(NoticeSetting.kind, NoticeSetting.senders).where(NoticeSetting.account_id == account.id)
    )
    return dict.fromkeys(CHOSEN_KINDS, "all") | {row[0]: row[1] for row in rows}


def rhythm_of(account: Account) -> str:
    """How often an account gets its unread notices by e-mail."""
    return db.session.scalar(select(Digest.rhythm).where(Digest.account_id == account.id)) or "off"


def digests_due(now: datetime, *, limit: int) -> list[int]:
    """Ids of the accounts whose digest is due, those that wait longest first."""
    due = select(Digest.account_id).where(Digest.rhythm.in_(RHYTHMS[1:]), Digest.next_at <= now)
    return list(db.session.scalars(due.order_by(Digest.next_at, Digest.account_id).limit(limit)))


def muted_threads_page(account: Account, *, size: int) -> list[int]:
    """Ids of the trees that an account has muted last, the latest first."""
    query = select(ThreadMute.post_id).where(ThreadMute.account_id == account.id)
    return list(db.session.scalars(query.order_by(ThreadMute.created_at.desc(), ThreadMute.post_id).limit(size)))


def threads_muted_by(account: Account) -> frozenset[int]:
    """Ids of the trees of which an account wants no news, the latest THREADS_KNOWN."""
    query = select(ThreadMute.post_id).where(ThreadMute.account_id == account.id)
    return frozenset(db.session.scalars(query.order_by(ThreadMute.post_id.desc()).limit(THREADS_KNOWN)))
