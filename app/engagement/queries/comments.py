"""Comments in two levels: threads under a post, replies in a thread.

A deleted comment is gone from every list, but for the head of a thread that still has living replies.
Whoever has blocked the viewer, or is blocked, does not appear.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from flask import abort
from sqlalchemy import ColumnElement, Select, and_, func, or_, select, tuple_
from sqlalchemy.orm import aliased, joinedload

from app.accounts.models import Account
from app.engagement.models import Comment
from app.kernel.database import db
from app.kernel.pagination import PAGE, Page, newest_first, oldest_first
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships import queries as relationships

FIRST_REPLIES = 2
MOST_ON_THE_WAY = 100
_HIGHEST_ID = 2**63 - 1
_HOT_CURSOR = re.compile(r"(\d{1,10})-(\d{1,19})", re.ASCII)


def new_threads(
    post: Post, *, viewer: Account | None, before: int | None, leaving_out: int | None = None
) -> Page[Comment]:
    """A page of the threads under a post, newest first."""
    return newest_first(_threads(post, viewer, leaving_out), Comment.id, before=before)


def hot_threads(
    post: Post, *, viewer: Account | None, before: str | None, leaving_out: int | None = None
) -> Page[Comment]:
    """A page of the threads under a post, most liked first, newer ones first among equals.

    The cursor holds likes and id of the last thread, so likes that come in between shift nothing else.
    """
    query = _threads(post, viewer, leaving_out)
    if last := _last_of(before):
        query = query.where(tuple_(Comment.like_count, Comment.id) < tuple_(*last))
    rows = list(db.session.scalars(query.order_by(Comment.like_count.desc(), Comment.id.desc()).limit(PAGE + 1)))
    more, rows = len(rows) > PAGE, rows[:PAGE]
    return Page(rows, f"{rows[-1].like_count}-{rows[-1].id}" if more else None)


def replies_of(thread: Comment, *, viewer: Account | None, after: int | None) -> Page[Comment]:
    """A page of the replies in a thread, oldest first."""
    query = _shown_to(viewer).where(Comment.thread_id == thread.id, Comment.deleted_at.is_(None))
    return oldest_first(query, Comment.id, after=after)


def first_replies(
    threads: Iterable[Comment], *, viewer: Account | None, also: Comment | None = None
) -> dict[int, list[Comment]]:
    """The first replies of each thread, and those up to the one that someone came for, all in one statement."""
    thread_ids = [thread.id for thread in threads if thread.reply_count]
    if not thread_ids:
        return {}
    place = func.row_number().over(partition_by=Comment.thread_id, order_by=Comment.id).label("place")
    numbered = (
        _but_hidden(select(Comment.id, place), viewer)
        .where(Comment.thread_id.in_(thread_ids), Comment.deleted_at.is_(None))
        .subquery()
    )
    query = (
        select(Comment)
        .join(numbered, numbered.c.id == Comment.id)
        .where(_shown_at_first(numbered.c.place, also))
        .order_by(Comment.id)
        .options(joinedload(Comment.author, innerjoin=True))
    )
    found: dict[int, list[Comment]] = {}
    for reply in db.session.scalars(query):
        found.setdefault(reply.thread_id or 0, []).append(reply)
    return found


def thread_of(comment: Comment, *, viewer: Account | None) -> Comment | None:
    """The head of a comment's thread, living or not, unless it is hidden from the viewer."""
    if comment.thread_id is None:
        return comment
    return _by_id(comment.thread_id, viewer)


def authors_answered(comments: Iterable[Comment], *, viewer: Account | None) -> dict[int, Account]:
    """Comment id -> whom it answers, where it answers a reply and not just the head of its thread."""
    wanted = [comment.id for comment in comments if comment.reply_to_id not in (None, comment.thread_id)]
    if not wanted:
        return {}
    answered = aliased(Comment)
    query = (
        select(Comment.id, Account)
        .join(answered, answered.id == Comment.reply_to_id)
        .join(Account, Account.id == answered.author_id)
        .where(Comment.id.in_(wanted))
    )
    if viewer is not None:
        query = query.where(Account.id.not_in(relationships.blocked_by_or_blocking(viewer.id)))
    return {row[0]: row[1] for row in db.session.execute(query)}


def comment_or_none(comment_id: int, *, viewer: Account | None) -> Comment | None:
    """A living comment whose author is not hidden from the viewer; whether its post is, the post says."""
    comment = _by_id(comment_id, viewer)
    return comment if comment and comment.deleted_at is None else None


def stored_comment_or_none(comment_id: int) -> Comment | None:
    """The row itself, whatever has become of it: for acts that answer with a reason of their own."""
    return _by_id(comment_id, None)


def thread_or_404(comment_id: int, *, viewer: Account | None) -> tuple[Comment, Post]:
    """The head of a thread, living or not, and its post, both shown to the viewer."""
    thread = _by_id(comment_id, viewer) or abort(404)
    return thread, posts.post_or_404(thread.post_id, viewer=viewer)


def comments_by_ids(ids: Sequence[int], *, viewer: Account | None) -> dict[int, Comment]:
    """The comments with these ids, deleted ones too, without those that are hidden from the viewer."""
    if not ids:
        return {}
    return {comment.id: comment for comment in db.session.scalars(_shown_to(viewer).where(Comment.id.in_(ids)))}


def comment_by_key(by: Account, client_key: str) -> Comment | None:
    """What an earlier sending of the same form has written."""
    query = select(Comment).where(Comment.author_id == by.id, Comment.client_key == client_key)
    return db.session.scalar(query.options(joinedload(Comment.author, innerjoin=True)))


def _last_of(cursor: str | None) -> tuple[int, int] | None:
    match = _HOT_CURSOR.fullmatch(cursor or "")
    if match is None or int(match[2]) > _HIGHEST_ID:
        return None
    return int(match[1]), int(match[2])


def _shown_at_first(place: ColumnElement[int], also: Comment | None) -> ColumnElement[bool]:
    first = place <= FIRST_REPLIES
    if also is None or also.thread_id is None:
        return first
    on_the_way = and_(Comment.thread_id == also.thread_id, Comment.id <= also.id, place <= MOST_ON_THE_WAY)
    return or_(first, on_the_way)


def _by_id(comment_id: int, viewer: Account | None) -> Comment | None:
    if comment_id > _HIGHEST_ID:
        return None
    return db.session.scalar(_shown_to(viewer).where(Comment.id == comment_id))


def _threads(post: Post, viewer: Account | None, leaving_out: int | None) -> Select[Comment]:
    query = _shown_to(viewer).where(
        Comment.post_id == post.id,
        Comment.thread_id.is_(None),
        or_(Comment.deleted_at.is_(None), Comment.reply_count > 0),
    )
    return query if leaving_out is None else query.where(Comment.id != leaving_out)


def _shown_to(viewer: Account | None) -> Select[Comment]:
    return _but_hidden(select(Comment).options(joinedload(Comment.author, innerjoin=True)), viewer)


def _but_hidden(query: Select[Any], viewer: Account | None) -> Select[Any]:
    if viewer is None:
        return query
    return query.where(Comment.author_id.not_in(relationships.blocked_by_or_blocking(viewer.id)))
