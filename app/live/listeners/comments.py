"""Open threads hear of comments."""

from app.engagement.events import CommentDeleted, PostCommented
from app.live import operations


def show_comment(event: PostCommented) -> None:
    """Open threads hear of a new comment."""
    operations.tell_comment(event.post_id, event.comment_id)


def show_comment_deletion(event: CommentDeleted) -> None:
    """Open threads hear that a comment is gone."""
    operations.tell_comment_deletion(event.post_id, event.comment_id)
