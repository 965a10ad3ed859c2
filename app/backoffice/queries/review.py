"""What waits for reviewers, and who may look at its pictures."""

from sqlalchemy import select

from app.accounts import rules
from app.accounts.models import Account
from app.kernel.database import db
from app.screening import queries as screening
from app.screening.models import ReviewItem


def item_after(item_id: int) -> ReviewItem | None:
    """The next that waits, the oldest first; after the last one the first again, but for `item_id` itself."""
    waiting = select(ReviewItem).where(ReviewItem.state == "waiting", ReviewItem.id != item_id).order_by(ReviewItem.id)
    later = db.session.scalar(waiting.where(ReviewItem.id > item_id).limit(1))
    return later or db.session.scalar(waiting.limit(1))


def may_see_held_file(held_for: int, viewer: Account | None) -> bool:
    """Whether a reviewer may see the files of what waits for her; of a draft its author alone sees them."""
    if not rules.may(viewer, "review.decide"):
        return False
    item = screening.item_or_none(held_for)
    return item is not None and item.state != "withdrawn"
