"""The replies in a thread: the first ones of each thread of a page, and the others page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Select, select, union_all
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.engagement.models import Comment
from app.engagement.queries.showing import is_shown, shown_to, whole
from app.kernel.database import db
from app.kernel.pagination import Page, oldest_first

FIRST_REPLIES = 2
MOST_ON_THE_WAY = 100


@dataclass(frozen=True, slots=True)
class FirstReplies:
    """What stands open below a comment, and whether there is more."""

    replies: list[Comment]
    has_more: bool


def replies_of(thread: Comment, *, viewer: Account | None, after: int | None) -> Page[Comment]:
    """A page of the replies in a thread, oldest first."""
    query = shown_to(viewer).where(Comment.thread_id == thread.id, Comment.deleted_at.is_(None))
    return oldest_first(query, Comment.id, after=after)


def first_replies(
    threads: Iterable[Comment], *, viewer: Account | None, also: Comment | None = None
) -> dict[int, FirstReplies]:
    """The first replies of each thread, and those up to the one that someone came for, all in one statement.

    Of each thread the index gives just what is shown and one more, however many replies it has.
    """
    thread_ids = [thread.id for thread in threads]
    if not thread_ids:
        return {}
    query = whole(select(Comment)).where(Comment.id.in_(_first_ids(thread_ids, viewer, also)))
    found: dict[int, list[Comment]] = {}
    for reply in db.session.scalars(query.order_by(Comment.id)):
        found.setdefault(reply.thread_id or 0, []).append(reply)
    return {thread_id: _cut(replies, also) for thread_id, replies in found.items()}


def authors_answered(
    comments: Iterable[Comment], *, viewer: Account | None, heads_too: bool = False
) -> dict[int, Account]:
    """Comment id -> whom it answers; the head of its thread only where that does not stand above (`heads_too`)."""
    replies = [comment for comment in comments if comment.reply_to_id is not None]
    wanted = [comment.id for comment in replies if heads_too or comment.reply_to_id != comment.thread_id]
    if not wanted:
        return {}
    answered = aliased(Comment)
    query = (
        select(Comment.id, Account)
        .join(answered, answered.id == Comment.reply_to_id)
        .join(Account, Account.id == answered.author_id)
        .where(Comment.id.in_(wanted), is_shown(viewer, answered))
    )
    return {row[0]: row[1] for row in db.session.execute(query)}


def _first_ids(thread_ids: list[int], viewer: Account | None, also: Comment | None) -> CompoundSelect[Any]:
    branches: list[Select[Any]] = [_nth_ids(thread_ids, viewer, place) for place in range(FIRST_REPLIES + 1)]
    if also is not None and also.thread_id is not None:
        living = select(Comment.id).where(
            Comment.thread_id == also.thread_id, Comment.deleted_at.is_(None), is_shown(viewer)
        )
        way = living.where(Comment.id <= also.id).order_by(Comment.id).limit(MOST_ON_THE_WAY)
        beyond = living.where(Comment.id > also.id).order_by(Comment.id).limit(1)
        branches += [select(way.subquery().c.id), select(beyond.subquery().c.id)]
    return union_all(*branches)


def _nth_ids(thread_ids: list[int], viewer: Account | None, place: int) -> Select[Any]:
    """The id of the reply at this place in each of the threads."""
    head, reply = aliased(Comment), aliased(Comment)
    nth = (
        select(reply.id)
        .where(reply.thread_id == head.id, reply.deleted_at.is_(None), is_shown(viewer, reply))
        .order_by(reply.id)
        .limit(1)
        .offset(place)
        .correlate(head)
        .scalar_subquery()
    )
    return select(nth.label("id")).where(head.id.in_(thread_ids))


def _cut(replies: list[Comment], also: Comment | None) -> FirstReplies:
    """Without the one that was fetched only to know that there is more."""
    most = FIRST_REPLIES
    if also is not None and also.thread_id == replies[0].thread_id:
        most = min(max(most, sum(reply.id <= also.id for reply in replies)), MOST_ON_THE_WAY)
    return FirstReplies(replies[:most], len(replies) > most)
