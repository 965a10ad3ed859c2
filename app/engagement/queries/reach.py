"""Whom people reach with what they write: how often others did something about it, and who keeps coming back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    case,
    func,
    literal_column,
    select,
    true,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import aliased

from app.engagement.models import Comment, Favourite, PostLike
from app.kernel import ids
from app.kernel.database import db
from app.kernel.formats import ZONE
from app.posts.models import Post

_A_DAY = timedelta(days=1) // timedelta(milliseconds=1)
_TIME_BITS = 22  # below the milliseconds of an id


def reach_of(account_ids: Sequence[int], since: datetime, loyal_days: int) -> dict[int, tuple[int, int]]:
    """(interactions, loyal fans) of the accounts since then; accounts nobody has noticed are not in it.

    Interactions are likes, favourites, comments and reposts of their posts by others. 铁粉: those who did so on at
    least `loyal_days` different days of the site's zone.
    """
    doings = union_all(*_doings(account_ids, ids.floor_id(since), _shift(since))).subquery()
    fans = select(doings.c.author_id, func.count().label("times"), func.count(doings.c.day.distinct()).label("days"))
    per_fan = fans.group_by(doings.c.author_id, doings.c.actor_id).subquery()
    loyal = func.sum(case((per_fan.c.days >= loyal_days, 1), else_=0))
    query = select(per_fan.c.author_id, func.sum(per_fan.c.times), loyal).group_by(per_fan.c.author_id)
    return {row[0]: (int(row[1]), int(row[2])) for row in db.session.execute(query)}


def _doings(account_ids: Sequence[int], since: int, shift: int) -> list[Select[*tuple[Any, ...]]]:
    repost = aliased(Post)
    stands = repost.deleted_at.is_(None)
    is_shown = Comment.is_approved & Comment.deleted_at.is_(None)
    about: list[tuple[Any, Any, Any, ColumnElement[bool]]] = [
        (PostLike, PostLike.account_id, PostLike.post_id, true()),
        (Favourite, Favourite.account_id, Favourite.post_id, true()),
        (Comment, Comment.author_id, Comment.post_id, is_shown),
        (repost, repost.author_id, repost.parent_id, stands),
        (repost, repost.author_id, repost.root_id, stands & (repost.parent_id != repost.root_id)),
    ]
    return [
        select(Post.author_id, actor.label("actor_id"), _day(doing.id, shift).label("day"))
        .join_from(Post, doing, post_id == Post.id)
        .where(Post.author_id.in_(account_ids), doing.id >= since, actor != Post.author_id, counts)
        for doing, actor, post_id, counts in about
    ]


def _day(identity: Any, shift: int) -> ColumnElement[int]:
    """Which day of the zone an id belongs to, counted from some day: whole numbers are the same on every database."""
    milliseconds = type_coerce(identity.op(">>")(literal_column(str(_TIME_BITS))), BigInteger)
    return (milliseconds + shift) // _A_DAY


def _shift(at: datetime) -> int:
    """Milliseconds from the ids' beginning to a midnight of the zone."""
    offset = at.astimezone(ZONE).utcoffset() or timedelta(0)
    return (ids.EPOCH - datetime.fromtimestamp(0, ids.EPOCH.tzinfo) + offset) // timedelta(milliseconds=1)
