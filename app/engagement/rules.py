"""Who may comment, delete and like, and what a comment may say; answers about rows in hand."""

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.engagement.models import Comment
from app.kernel.errors import Reason
from app.kernel.text import weight

WORDS_MAX = 140

EMPTY = Reason("empty", _l("A comment needs a few words."))
POST_DELETED = Reason("deleted", _l("This post has been deleted; nothing can be added to it."))
POST_INVISIBLE = Reason("not_visible", _l("This post is not shown to you."))
BLOCKED = Reason("blocked", _l("You cannot do this: one of you two has blocked the other."))
COMMENT_DELETED = Reason("comment_deleted", _l("This comment has been deleted."))
OTHER_POST = Reason("other_post", _l("The comment you reply to stands under another post."))
NOT_YOURS = Reason("not_yours", _l("Only who wrote the comment or the post can delete it."))


def why_not_say(text: str) -> Reason | None:
    """What is wrong with the words of a comment."""
    if not text.strip():
        return EMPTY
    over = weight(text) - WORDS_MAX
    if over > 0:
        return Reason("too_long", _l("A comment has at most 140 characters; yours has %(over)d too many.", over=over))
    return None


def why_not_engage(*, is_deleted: bool, is_blocked: bool, is_visible: bool) -> Reason | None:
    """Why someone can neither comment on a post nor like or keep it."""
    if is_deleted:
        return POST_DELETED
    if is_blocked:
        return BLOCKED
    return None if is_visible else POST_INVISIBLE


def why_not_answer(comment: Comment, *, post_id: int, is_blocked: bool) -> Reason | None:
    """Why a comment under the post cannot be replied to."""
    if comment.post_id != post_id:
        return OTHER_POST
    if comment.deleted_at is not None:
        return COMMENT_DELETED
    return BLOCKED if is_blocked else None


def why_not_like_comment(comment: Comment, *, is_blocked: bool) -> Reason | None:
    """Why a comment cannot be liked."""
    if comment.deleted_at is not None:
        return COMMENT_DELETED
    return BLOCKED if is_blocked else None


def why_not_delete_comment(comment: Comment, *, post_author_id: int, by: Account | None) -> Reason | None:
    """The writer may take a comment back, and the author of the post may remove it."""
    if by is None or by.id not in (comment.author_id, post_author_id):
        return NOT_YOURS
    return None
