"""Likes of long ago, thousands of them, in a few statements; their notices are long read."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, update

from app.accounts.models import Account
from app.engagement.models import Comment, CommentLike, PostLike
from app.kernel import ids
from app.kernel.database import db
from app.kernel.transactions import operation
from app.notifications.models import Notice, NoticeActor
from app.posts.models import Post


@dataclass(frozen=True)
class PastLike:
    """Somebody has liked a post or a comment at a moment that is over."""

    liked: Post | Comment
    by: Account
    at: datetime


@operation
def like_long_ago(likes: Iterable[PastLike]) -> None:
    """The same rows and counters as `engagement.operations.like` and `like_comment` with their notices leave behind."""
    ordered = sorted(likes, key=lambda like: (like.liked.id, like.at))
    rows: dict[Any, list[dict[str, Any]]] = {PostLike: [], CommentLike: [], Notice: [], NoticeActor: []}
    for _, group in itertools.groupby(ordered, key=lambda like: like.liked.id):
        of_one = list(group)
        for like in of_one:
            _note(like, rows)
        if others := [like for like in of_one if like.by.id != like.liked.author_id]:
            _notify(others, rows)
    for model, values in rows.items():
        if values:
            db.session.execute(insert(model), values)
    for model in (Post, Comment):
        _count(model, [like.liked.id for like in ordered if isinstance(like.liked, model)])


def _note(like: PastLike, rows: dict[Any, list[dict[str, Any]]]) -> None:
    row = {"account_id": like.by.id, "created_at": like.at}
    if isinstance(like.liked, Post):
        rows[PostLike].append({**row, "id": ids.new_id(like.at), "post_id": like.liked.id})
    else:
        rows[CommentLike].append({**row, "comment_id": like.liked.id})


def _notify(likes: list[PastLike], rows: dict[Any, list[dict[str, Any]]]) -> None:
    first, last, liked = ids.new_id(likes[0].at), likes[-1], likes[0].liked
    actors = [{"notice_id": first, "account_id": like.by.id, "id": ids.new_id(like.at)} for like in likes]
    rows[NoticeActor] += actors
    rows[Notice].append(
        {
            "id": first,
            "account_id": liked.author_id,
            "kind": "like",
            "group_key": None,
            "post_id": liked.post_id if isinstance(liked, Comment) else liked.id,
            "comment_id": liked.id if isinstance(liked, Comment) else None,
            "latest_id": actors[-1]["id"],
            "actor_count": len(actors),
            "is_unread": False,
            "updated_at": last.at,
        }
    )


def _count(model: Any, liked: list[int]) -> None:
    counts = [{"of": one, "more": len(list(group))} for one, group in itertools.groupby(liked)]
    if counts:
        table = model.__table__
        more = update(table).where(table.c.id == bindparam("of"))
        db.session.connection().execute(more.values(like_count=table.c.like_count + bindparam("more")), counts)
