"""What waits for a reviewer, and what has become of it."""

from datetime import datetime, timedelta

from flask import abort
from sqlalchemy import func, select

from app.kernel.database import db
from app.screening.models import ReviewItem

SHOWN_FOR = timedelta(days=30)


def item_or_none(item_id: int) -> ReviewItem | None:
    """One item."""
    return db.session.get(ReviewItem, item_id) if 0 < item_id < 2**63 else None


def item_or_404(item_id: int) -> ReviewItem:
    """One item, or the answer 404."""
    return item_or_none(item_id) or abort(404)


def own_item_or_404(item_id: int, *, account_id: int) -> ReviewItem:
    """One of an account's own items that it may see: not what was only marked."""
    item = item_or_none(item_id)
    if item is None or item.account_id != account_id or item.is_out or item.state == "withdrawn":
        abort(404)
    return item


def items_of(account_id: int, now: datetime, *, limit: int = 100) -> list[ReviewItem]:
    """What an account has waiting, and what was refused or failed lately, the newest first."""
    mine = select(ReviewItem).where(
        ReviewItem.account_id == account_id, ReviewItem.is_out.is_(False),
        ReviewItem.state.in_(("waiting", "refused", "failed")), ReviewItem.created_at > now - SHOWN_FOR,
    )  # fmt: skip
    return list(db.session.scalars(mine.order_by(ReviewItem.id.desc()).limit(limit)))


def waiting_count_of(account_id: int) -> int:
    """How much of an account waits."""
    mine = (ReviewItem.account_id == account_id, ReviewItem.is_out.is_(False), ReviewItem.state == "waiting")
    return db.session.scalar(select(func.count()).select_from(ReviewItem).where(*mine)) or 0


def waiting_items(*, after: int = 0, limit: int = 50) -> list[ReviewItem]:
    """What waits for a reviewer, the oldest first."""
    waiting = select(ReviewItem).where(ReviewItem.state == "waiting", ReviewItem.id > after)
    return list(db.session.scalars(waiting.order_by(ReviewItem.id).limit(limit)))


def review_queue() -> tuple[int, datetime | None]:
    """How many items wait, and since when the oldest does."""
    waiting = select(func.count(), func.min(ReviewItem.created_at)).where(ReviewItem.state == "waiting")
    count, oldest = db.session.execute(waiting).one()
    return count, oldest
