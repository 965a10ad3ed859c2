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
    comment.deleted_at, comment.text, comment.entities, comment.pinned_at = now, "", [], None
    if comment.is_approved:
        bump(post, "comment_count", -1)
        if comment.thread_id is not None:
            bump(db.session.get_one(Comment, comment.thread_id), "reply_count", -1)
    announce(events.CommentDeleted(comment.id, post.id))


@operation
def clear_away_pictures(comments: Collection[Comment]) -> None:
    """Remove the pictures of comments, files first: done twice it finds nothing left to do."""
    pictures = [comment.image for comment in comments if comment.image is not None]
    for comment in comments:
        comment.image = None
    db.session.flush()
    media.remove(pictures)
