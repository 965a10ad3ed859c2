"""Open threads hear of comments."""

from app.engagement import queries as under_posts
from app.engagement.events import CommentApproved, CommentDeleted, CommentRestored, PostCommented
from app.kernel.database import db
from app.live import operations
from app.posts.models import Post


def show_comment(event: PostCommented | CommentApproved | CommentRestored) -> None:
    """Open threads hear of a comment that everyone is shown; of one that waits the author of the post alone."""
    comment = under_posts.stored_comment_or_none(event.comment_id)
    if comment is None or comment.deleted_at is not None:
        return
    if comment.is_approved:
        operations.tell_comment(event.post_id, event.comment_id)
    else:
        operations.tell_waiting(event.post_id, event.comment_id, to=db.session.get_one(Post, event.post_id).author_id)


def show_comment_deletion(event: CommentDeleted) -> None:
    """Open threads hear that a comment is gone; of one that waited, those alone who were shown it."""
    comment = under_posts.stored_comment_or_none(event.comment_id)
    if comment is not None and not comment.is_approved:
        shown_to = {comment.author_id, db.session.get_one(Post, event.post_id).author_id}
        operations.tell_comment_deletion(event.post_id, event.comment_id, to=sorted(shown_to))
    else:
        operations.tell_comment_deletion(event.post_id, event.comment_id)
