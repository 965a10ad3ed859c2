"""Taking comments away, and their pictures after them."""

from collections.abc import Collection
from datetime import datetime

from app.accounts.models import Account
from app.engagement import events, rules
from app.engagement.models import Comment
from app.engagement.operations import reaching
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import bump, operation
from app.media import operations as media
from app.posts.models import Post


class CommentNotDeletable(Refusal):
    """The comment belongs to others."""

    status = 403


@operation
def delete_comment(comment: Comment, *, by: Account, now: datetime) -> None:
    """Take a comment back; what was replied to it stays, under a tombstone."""
    post = db.session.get_one(Post, comment.post_id)
    if reason := rules.why_not_delete_comment(comment, post_author_id=post.author_id, by=by):
        raise CommentNotDeletable(reason)
    reaching.hold_row(post.id)
    db.session.refresh(comment, ["deleted_at", "is_approved"])
    take_away(comment, post, now=now)


def take_away(comment: Comment, post: Post, *, now: datetime) -> None:
    """Leave nothing of a comment but its place; the post is held by the caller. Again changes nothing."""
    if comment.deleted_at is not None:
        return
    comment.text, comment.entities = "", []
    _hide(comment, post, "author", now)


@operation
def take_down_comment(comment: Comment, *, by: Account, now: datetime) -> bool:
    """Hide a comment by a decision of staff; whether it was there. Words and picture stay until appeals are over.

    Who may decide so, and what else follows from it, moderation says.
    """
    post = _held(comment)
    if comment.deleted_at is not None:
        return False
    _hide(comment, post, "staff", now)
    return True


@operation
def put_back_comment(comment: Comment, *, by: Account | None, now: datetime) -> bool:
    """Show a comment again that staff took down, just as it was; False once it is wiped."""
    post = _held(comment)
    if comment.deleted_by != "staff" or comment.purged_at is not None:
        return False
    comment.deleted_at, comment.deleted_by = None, ""
    _count(comment, post, 1)
    announce(events.CommentRestored(comment.id, post.id))
    return True


@operation
def wipe_comment(comment_id: int, *, now: datetime) -> bool:
    """Leave nothing but its place of a comment that was taken down long ago; False while it may still come back."""
    comment = db.session.get(Comment, comment_id)
    if comment is None:
        return True
    _held(comment)
    if comment.deleted_by != "staff" or comment.purged_at is not None:
        return True
    if now < rules.kept_until(comment):
        return False
    comment.text, comment.entities, comment.purged_at = "", [], now
    return True


def _held(comment: Comment) -> Post:
    post = db.session.get_one(Post, comment.post_id)
    reaching.hold_row(post.id)
    db.session.refresh(comment, ["deleted_at", "deleted_by", "purged_at", "is_approved", "pinned_at"])
    return post


def _hide(comment: Comment, post: Post, by: str, now: datetime) -> None:
    comment.deleted_at, comment.deleted_by, comment.pinned_at = now, by, None
    _count(comment, post, -1)
    announce(events.CommentDeleted(comment.id, post.id))


def _count(comment: Comment, post: Post, by: int) -> None:
    """What waits to be approved is not counted."""
    if comment.is_approved:
        bump(post, "comment_count", by)
        if comment.thread_id is not None:
            bump(db.session.get_one(Comment, comment.thread_id), "reply_count", by)


@operation
def clear_away_pictures(comments: Collection[Comment]) -> None:
    """Remove the pictures of comments, files first: done twice it finds nothing left to do."""
    pictures = [comment.image for comment in comments if comment.image is not None]
    for comment in comments:
        comment.image = None
    db.session.flush()
    media.remove(pictures)
