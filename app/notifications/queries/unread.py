"""How much is unread. What an account may no longer see does not count."""

from sqlalchemy import Select, func, literal, or_, select, union_all

from app.accounts.models import Account
from app.kernel.database import db
from app.notifications.models import KINDS, Notice
from app.notifications.queries.settings import threads_muted
from app.posts import queries as posts
from app.posts.models import Post

_MUTED = "muted"
COUNTED = 100
"""So many of each kind are looked at: 99+ is all that is ever shown."""


def unread_counts(account_id: int) -> dict[str, int]:
    """How many notices of each kind an account has not read, up to COUNTED, in one statement.

    An open group key is what being unread means in the index.
    """
    return dict.fromkeys(KINDS, 0) | {row[0]: row[1] for row in db.session.execute(_counts(account_id))}


def unread_and_muted(account: Account) -> tuple[dict[str, int], frozenset[int]]:
    """The same, and the trees of which the account wants no news (as `threads_muted_by`): what every page shows."""
    muted = threads_muted(account).subquery()
    rows = db.session.execute(_counts(account.id).union_all(select(literal(_MUTED), muted.c.post_id)))
    counts, threads = dict.fromkeys(KINDS, 0), []
    for name, value in rows:
        threads.append(value) if name == _MUTED else counts.update({name: value})
    return counts, frozenset(threads)


def _counts(account_id: int) -> Select[str, int]:
    account = db.session.get(Account, account_id)
    newest = union_all(*(select(_newest_unread(account_id, kind).subquery()) for kind in KINDS)).subquery()
    return (
        select(newest.c.kind, func.count())
        .outerjoin(Post, Post.id == newest.c.post_id)
        .where(or_(newest.c.post_id.is_(None), posts.is_visible_expression(account)))
        .group_by(newest.c.kind)
    )


def unread_count(account_id: int) -> int:
    """How many notices an account has not read."""
    return sum(unread_counts(account_id).values())


def _newest_unread(account_id: int, kind: str) -> Select[str, int | None]:
    unread = select(Notice.kind, Notice.post_id).where(
        Notice.account_id == account_id, Notice.kind == kind, Notice.group_key.is_not(None)
    )
    return unread.order_by(Notice.latest_id.desc()).limit(COUNTED)
