"""The threads under a post, a page at a time: what is pinned, what is approved, and what of one's own still waits.

Each of the three is read from an index of its own, a page's worth at the most; so a page costs the same however many
comments a post has, and however many of them wait.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Select, or_, select, tuple_, union_all

from app.accounts.models import Account
from app.engagement.models import Comment
from app.engagement.queries.showing import is_not_hidden, is_waiting, whole
from app.kernel.database import db
from app.kernel.pagination import PAGE, Page, cursor_from, newest_first, score_cursor_from
from app.posts.models import Post

COUNTED_AT_MOST = 100


def new_threads(
    post: Post, *, viewer: Account | None, before: str | None, leaving_out: int | None = None
) -> Page[Comment]:
    """A page of the threads under a post, newest first, the pinned one before all others."""
    last = cursor_from(before)
    rows = _page_of(post, viewer, (Comment.id,), None if last is None else (last,), leaving_out)
    return _cut(rows, lambda row: str(row.id))


def hot_threads(
    post: Post, *, viewer: Account | None, before: str | None, leaving_out: int | None = None
) -> Page[Comment]:
    """A page of the threads under a post, most liked first, newer ones first among equals, the pinned one on top.

    The cursor holds likes and id of the last thread, so likes that come in between shift nothing else.
    """
    rows = _page_of(post, viewer, (Comment.like_count, Comment.id), score_cursor_from(before), leaving_out)
    return _cut(rows, lambda row: f"{row.like_count}-{row.id}")


def waiting_comments(post: Post, *, viewer: Account, before: int | None) -> Page[Comment]:
    """A page of what waits for the author's choice, comments and replies alike, newest first."""
    return newest_first(whole(_waiting(post)).where(is_not_hidden(viewer)), Comment.id, before=before)


def waiting_count(post: Post) -> int:
    """How many comments wait, COUNTED_AT_MOST at the most."""
    query = _waiting(post).with_only_columns(Comment.id).order_by(Comment.id).limit(COUNTED_AT_MOST)
    return len(db.session.scalars(query).all())


def _page_of(
    post: Post,
    viewer: Account | None,
    order: Sequence[Any],
    last: Sequence[int] | None,
    leaving_out: int | None,
) -> list[Comment]:
    """A page's rows and one more, in falling `order` after the row whose values are `last`."""
    falling = [column.desc() for column in order]
    wanted = [is_not_hidden(viewer)]
    if leaving_out is not None:
        wanted.append(Comment.id != leaving_out)
    sources = [_approved(post)]
    if viewer is not None and viewer.id != post.author_id:
        sources.append(_waiting(post).where(Comment.author_id == viewer.id, Comment.thread_id.is_(None)))
    if last is None:
        sources.append(_pinned(post))
    else:
        wanted.append(tuple_(*order) < tuple_(*last))
    ids = union_all(*(_first_ids(source.where(*wanted), falling) for source in sources))
    query = whole(select(Comment)).where(Comment.id.in_(ids))
    return list(db.session.scalars(query.order_by(Comment.pinned_at.is_(None), *falling).limit(PAGE + 1)))


def _first_ids(source: Select[Comment], falling: Sequence[Any]) -> Select[int]:
    """Wrapped, as SQLite takes no LIMIT inside a union."""
    return select(source.with_only_columns(Comment.id).order_by(*falling).limit(PAGE + 1).subquery().c.id)


def _approved(post: Post) -> Select[Comment]:
    return select(Comment).where(
        Comment.post_id == post.id,
        Comment.thread_id.is_(None),
        Comment.is_approved,
        Comment.pinned_at.is_(None),
        or_(Comment.deleted_at.is_(None), Comment.reply_count > 0),
    )


def _waiting(post: Post) -> Select[Comment]:
    return select(Comment).where(Comment.post_id == post.id, *is_waiting())


def _pinned(post: Post) -> Select[Comment]:
    return select(Comment).where(Comment.post_id == post.id, Comment.pinned_at.is_not(None))


def _cut(rows: list[Comment], cursor: Callable[[Comment], str]) -> Page[Comment]:
    more, rows = len(rows) > PAGE, rows[:PAGE]
    return Page(rows, cursor(rows[-1]) if more else None)
