"""What people do under posts. Every act is idempotent, and every counter exact under concurrency."""

from app.engagement.operations.bringing_in import bring_in_comment
from app.engagement.operations.commenting import (
    NotCommentable,
    comment,
    comment_alongside,
    comment_at_once,
)
from app.engagement.operations.curating import NotCuratable, approve, pin_comment, refuse, unpin_comment
from app.engagement.operations.forgetting import forget
from app.engagement.operations.keeping import favourite, unfavourite, unwant, want
from app.engagement.operations.liking import like, like_comment, unlike, unlike_comment
from app.engagement.operations.merging import shelve_merged_product
from app.engagement.operations.reaching import NotReachable
from app.engagement.operations.releasing import carry_out
from app.engagement.operations.removing import (
    CommentNotDeletable,
    clear_away_pictures,
    delete_comment,
    put_back_comment,
    take_down_comment,
    wipe_comment,
)

__all__ = [
    "CommentNotDeletable",
    "NotCommentable",
    "NotCuratable",
    "NotReachable",
    "approve",
    "bring_in_comment",
    "carry_out",
    "clear_away_pictures",
    "comment",
    "comment_alongside",
    "comment_at_once",
    "delete_comment",
    "favourite",
    "forget",
    "like",
    "like_comment",
    "pin_comment",
    "put_back_comment",
    "refuse",
    "shelve_merged_product",
    "take_down_comment",
    "unfavourite",
    "unlike",
    "unlike_comment",
    "unpin_comment",
    "unwant",
    "want",
    "wipe_comment",
]
