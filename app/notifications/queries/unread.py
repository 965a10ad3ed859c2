"""How much is unread, for every page. What an account may no longer see does not count.

The statement is built once, when this module is loaded: building it anew for each page would take the most part of
its time.
"""

from collections import Counter
from typing import Any

from sqlalchemy import Select, bindparam, literal, select, union_all

from app.accounts.models import Account
from app.kernel.database import db
from app.notifications.models import KINDS, Notice, ThreadMute
from app.notifications.queries.settings import THREADS_KNOWN
from app.posts import queries as posts
from app.posts.models import Post

COUNTED = 100
"""So many of each kind are looked at: 99+ is all that is ever shown."""
_MUTED = "muted"


def unread_count(account_id: int) -> int:
    """How many notices an account has not read."""
    return sum(unread_counts(account_id).values())


def unread_counts(account_id: int) -> dict[str, int]:
    """How many notices of each kind an account has not read, up to COUNTED."""
    return unread_and_muted(account_id)[0]


def unread_and_muted(account_id: int) -> tuple[dict[str, int], frozenset[int]]:
    """The same, and the trees of which the account wants no news (as `threads_muted_by`).

    One statement, and one more when something unread is about a post: whether that is still shown.
    """
    found = db.session.execute(_UNREAD_AND_MUTED, {"account_id": account_id}).all()
    unread = [(kind, post_id) for kind, post_id in found if kind != _MUTED]
    shown = _shown({post_id for _kind, post_id in unread if post_id is not None}, account_id)
    counts = Counter(kind for kind, post_id in unread if post_id is None or post_id in shown)
    return {kind: counts[kind] for kind in KINDS}, frozenset(post_id for kind, post_id in found if kind == _MUTED)


def _shown(post_ids: set[int], account_id: int) -> set[int]:
    if not post_ids:
        return set()
    visible = posts.is_visible_expression(db.session.get(Account, account_id))
    return set(db.session.scalars(select(Post.id).where(Post.id.in_(post_ids), visible)))


def _newest_unread(kind: str) -> Select[Any]:
    """An open group key is what being unread means in the index."""
    unread = select(Notice.kind, Notice.post_id).where(
        Notice.account_id == bindparam("account_id"), Notice.kind == kind, Notice.group_key.is_not(None)
    )
    return select(unread.order_by(Notice.latest_id.desc()).limit(COUNTED).subquery())


def _muted_threads() -> Select[Any]:
    muted = select(literal(_MUTED), ThreadMute.post_id).where(ThreadMute.account_id == bindparam("account_id"))
    return select(muted.order_by(ThreadMute.post_id.desc()).limit(THREADS_KNOWN).subquery())


_UNREAD_AND_MUTED = union_all(*(_newest_unread(kind) for kind in KINDS), _muted_threads())
