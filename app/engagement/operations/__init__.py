"""What people do under posts. Every act is idempotent, and every counter exact under concurrency."""

from app.engagement.operations.commenting import NotCommentable, comment, comment_alongside
from app.engagement.operations.curating import NotCuratable, approve, pin_comment, refuse, unpin_comment
from app.engagement.operations.keeping import favourite, unfavourite, unwant, want
from app.engagement.operations.liking import like, like_comment, unlike, unlike_comment
from app.engagement.operations.reaching import NotReachable
from app.engagement.operations.removing import CommentNotDeletable, clear_away_pictures, delete_comment

__all__ = [
    "CommentNotDeletable",
    "NotCommentable",
    "NotCuratable",
    "NotReachable",
    "approve",
    "clear_away_pictures",
    "comment",
    "comment_alongside",
    "delete_comment",
    "favourite",
    "like",
    "like_comment",
    "pin_comment",
    "refuse",
    "unfavourite",
    "unlike",
    "unlike_comment",
    "unpin_comment",
    "unwant",
    "want",
]
