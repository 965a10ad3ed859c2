"""What the author of a post does with the comments under it: choosing (精选), refusing, putting one on top (置顶)."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import update

from app.accounts.models import Account
from app.engagement import events, queries, rules
from app.engagement.models import Comment
from app.engagement.operations import reaching, removing
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import bump, operation
from app.posts.models import Post


class NotCuratable(Refusal):
    """The comments stand under someone else's post, or this one cannot be put on top."""

    status = 403


@operation
def approve(post: Post, comment_ids: Collection[int], *, by: Account) -> list[Comment]:
    """Show comments that wait to everyone, a reply together with the head of its thread; answers the new ones.

    What is approved already, deleted, or under another post is passed over.
    """
    _hold(post, by)
    chosen = [one for one in queries.stored_comments(post, comment_ids) if one.deleted_at is None]
    heads = queries.stored_comments(post, {one.thread_id for one in chosen if one.thread_id})
    waiting = [one for one in {*heads, *chosen} if not one.is_approved]
    for one in waiting:
        one.is_approved = True
    shown = sorted((one for one in waiting if one.deleted_at is None), key=lambda one: one.id)
    _count(post, shown)
    for one in shown:
        announce(events.CommentApproved(one.id, post.id, one.author_id, one.reply_to_id))
    return shown


@operation
def refuse(post: Post, comment_ids: Collection[int], *, by: Account, now: datetime) -> list[Comment]:
    """Delete comments that wait; one that was approved meanwhile stays."""
    _hold(post, by)
    refused = [
        one for one in queries.stored_comments(post, comment_ids) if not one.is_approved and one.deleted_at is None
    ]
    for one in refused:
        removing.take_away(one, post, now=now)
    return refused


@operation
def pin_comment(comment: Comment, *, by: Account, now: datetime) -> None:
    """Put a comment above all others in its post, instead of the one that was there."""
    post = db.session.get_one(Post, comment.post_id)
    _hold(post, by)
    db.session.refresh(comment, ["deleted_at", "is_approved", "pinned_at"])
    if reason := rules.why_not_pin(comment):
        raise NotCuratable(reason)
    if comment.pinned_at is None:
        _clear_top(post)
        comment.pinned_at = now


@operation
def unpin_comment(comment: Comment, *, by: Account) -> None:
    """Let it stand among the others again."""
    _hold(db.session.get_one(Post, comment.post_id), by)
    db.session.refresh(comment, ["pinned_at"])
    comment.pinned_at = None


def _hold(post: Post, by: Account) -> None:
    if reason := rules.why_not_curate(post, by=by):
        raise NotCuratable(reason)
    reaching.hold_row(post.id)


def _count(post: Post, shown: Collection[Comment]) -> None:
    if shown:
        bump(post, "comment_count", len(shown))
    for thread_id, number in sorted(Counter(one.thread_id for one in shown if one.thread_id).items()):
        bump(db.session.get_one(Comment, thread_id), "reply_count", number)


def _clear_top(post: Post) -> None:
    top = update(Comment).where(Comment.post_id == post.id, Comment.pinned_at.is_not(None))
    db.session.execute(top.values(pinned_at=None))
