"""Single comments: by id, by key, and the head of a thread."""

from collections.abc import Collection, Sequence
from datetime import datetime

from flask import abort
from sqlalchemy import select

from app.accounts.models import Account
from app.engagement import rules
from app.engagement.models import Comment
from app.engagement.queries.showing import HIGHEST_ID, shown_to, whole
from app.kernel.database import db
from app.posts import queries as posts
from app.posts.models import Post


def comment_or_none(comment_id: int, *, viewer: Account | None) -> Comment | None:
    """A living comment that the viewer is shown; whether its post is, the post says."""
    comment = _by_id(comment_id, viewer)
    return comment if comment and comment.deleted_at is None else None


def stored_comment_or_none(comment_id: int) -> Comment | None:
    """The row itself, whatever has become of it: for acts that answer with a reason of their own."""
    if comment_id > HIGHEST_ID:
        return None
    return db.session.scalar(whole(select(Comment)).where(Comment.id == comment_id))


def stored_comments(post: Post, ids: Collection[int]) -> list[Comment]:
    """Those of the comments that stand under the post, oldest first, held against other writers until the act ends."""
    query = select(Comment).where(Comment.id.in_(ids), Comment.post_id == post.id).order_by(Comment.id)
    held = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return list(db.session.scalars(held))


def thread_of(comment: Comment, *, viewer: Account | None) -> Comment | None:
    """The head of a comment's thread, living or not, unless it is hidden from the viewer."""
    if comment.thread_id is None:
        return comment
    return _by_id(comment.thread_id, viewer)


def thread_or_404(comment_id: int, *, viewer: Account | None) -> tuple[Comment, Post]:
    """The head of a thread, living or not, and its post, both shown to the viewer."""
    thread = _by_id(comment_id, viewer) or abort(404)
    return thread, posts.post_or_404(thread.post_id, viewer=viewer)


def comments_by_ids(ids: Sequence[int], *, viewer: Account | None) -> dict[int, Comment]:
    """The comments with these ids, deleted ones too, without those that are hidden from the viewer."""
    if not ids:
        return {}
    return {comment.id: comment for comment in db.session.scalars(shown_to(viewer).where(Comment.id.in_(ids)))}


def comment_by_key(by: Account, client_key: str | None) -> Comment | None:
    """What an earlier sending of the same form has written."""
    if not client_key:
        return None
    return db.session.scalar(whole(select(Comment)).where(Comment.author_id == by.id, Comment.client_key == client_key))


def deleted_with_picture(comment_id: int) -> list[Comment]:
    """The comment, if it is deleted for good and its picture is still there."""
    query = whole(select(Comment)).where(Comment.id == comment_id, Comment.deleted_at.is_not(None))
    for_good = (Comment.deleted_by != "staff") | Comment.purged_at.is_not(None)
    return list(db.session.scalars(query.where(Comment.image_id.is_not(None), for_good)))


def kept_until(comment_id: int) -> datetime | None:
    """Until when the words of a comment are kept that staff took down; None for any other."""
    comment = db.session.get(Comment, comment_id)
    return rules.kept_until(comment) if comment is not None and comment.deleted_by == "staff" else None


def with_pictures_under(post_id: int) -> list[Comment]:
    """The comments under a post that carry a picture, shown or waiting."""
    query = whole(select(Comment)).where(Comment.post_id == post_id, Comment.image_id.is_not(None))
    return list(db.session.scalars(query))


def _by_id(comment_id: int, viewer: Account | None) -> Comment | None:
    if comment_id > HIGHEST_ID:
        return None
    return db.session.scalar(shown_to(viewer).where(Comment.id == comment_id))
