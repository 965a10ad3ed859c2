"""How much is unread. What an account may no longer see does not count."""

from sqlalchemy import Select, func, or_, select, union_all

from app.accounts.models import Account
from app.kernel.database import db
from app.notifications.models import KINDS, Notice
from app.posts import queries as posts
from app.posts.models import Post

COUNTED = 100
"""So many of each kind are looked at: 99+ is all that is ever shown."""


def unread_counts(account_id: int) -> dict[str, int]:
    """How many notices of each kind an account has not read, up to COUNTED, in one statement.

    An open group key is what being unread means in the index.
    """
    account = db.session.get(Account, account_id)
    newest = union_all(*(select(_newest_unread(account_id, kind).subquery()) for kind in KINDS)).subquery()
    query = (
        select(newest.c.kind, func.count())
        .outerjoin(Post, Post.id == newest.c.post_id)
        .where(or_(newest.c.post_id.is_(None), posts.is_visible_expression(account)))
        .group_by(newest.c.kind)
    )
    return dict.fromkeys(KINDS, 0) | {row[0]: row[1] for row in db.session.execute(query)}


def unread_count(account_id: int) -> int:
    """How many notices an account has not read."""
    return sum(unread_counts(account_id).values())


def _newest_unread(account_id: int, kind: str) -> Select[str, int | None]:
    unread = select(Notice.kind, Notice.post_id).where(
        Notice.account_id == account_id, Notice.kind == kind, Notice.group_key.is_not(None)
    )
    return unread.order_by(Notice.latest_id.desc()).limit(COUNTED)
