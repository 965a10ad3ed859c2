"""What people do under posts. Every act is idempotent, and every counter exact under concurrency."""

from app.engagement.operations.commenting import (
    CommentNotDeletable,
    NotCommentable,
    comment,
    comment_alongside,
    delete_comment,
)
from app.engagement.operations.keeping import favourite, unfavourite, unwant, want
from app.engagement.operations.liking import like, like_comment, unlike, unlike_comment
from app.engagement.operations.reaching import NotReachable

__all__ = [
    "CommentNotDeletable",
    "NotCommentable",
    "NotReachable",
    "comment",
    "comment_alongside",
    "delete_comment",
    "favourite",
    "like",
    "like_comment",
    "unfavourite",
    "unlike",
    "unlike_comment",
    "unwant",
    "want",
]
