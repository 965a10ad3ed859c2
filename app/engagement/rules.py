"""Who may comment, delete and like, and what a comment may say; answers about rows in hand."""

from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.engagement.models import Comment
from app.kernel.errors import Reason
from app.kernel.text import weight
from app.posts.models import Post
from app.posts.rules import KEPT_FOR_APPEAL

WORDS_MAX = 140

EMPTY = Reason("empty", _l("A comment needs a few words or a picture."))
POST_DELETED = Reason("deleted", _l("This post has been deleted; nothing can be added to it."))
POST_INVISIBLE = Reason("not_visible", _l("This post is not shown to you."))
BLOCKED = Reason("blocked", _l("You cannot do this: one of you two has blocked the other."))
COMMENT_DELETED = Reason("comment_deleted", _l("This comment has been deleted."))
OTHER_POST = Reason("other_post", _l("The comment you reply to stands under another post."))
PICTURE_GONE = Reason("picture_gone", _l("The picture is not there any more. Choose it again."))
NOT_YOUR_POST = Reason("not_your_post", _l("Only the author of the post decides about its comments."))
NOT_A_THREAD = Reason("not_a_thread", _l("Only a comment on the post itself can stand on top, not a reply."))
STILL_WAITING = Reason("still_waiting", _l("Approve the comment first; then it can stand on top."))
NOT_YOURS = Reason("not_yours", _l("Only who wrote the comment or the post can delete it."))


def why_not_say(text: str, *, has_picture: bool = False) -> Reason | None:
    """What is wrong with the words of a comment."""
    if not text.strip():
        return None if has_picture else EMPTY
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


def must_wait(post: Post, by: Account) -> bool:
    """Whether what someone says under a post waits for its author (评论精选); her own words never do."""
    return post.approves_comments and by.id != post.author_id


def is_read_by(comment: Comment, *, post_author_id: int, by: Account) -> bool:
    """Whether a comment in hand waits for others alone: its writer and the author of the post read it at once."""
    return comment.is_approved or by.id in (comment.author_id, post_author_id)


def why_not_answer(comment: Comment, *, post: Post, by: Account, is_blocked: bool) -> Reason | None:
    """Why a comment under the post cannot be replied to."""
    if comment.post_id != post.id:
        return OTHER_POST
    return _why_not_there(comment, post, by=by, is_blocked=is_blocked)


def why_not_like_comment(comment: Comment, *, post: Post, by: Account, is_blocked: bool) -> Reason | None:
    """Why a comment cannot be liked."""
    return _why_not_there(comment, post, by=by, is_blocked=is_blocked)


def _why_not_there(comment: Comment, post: Post, *, by: Account, is_blocked: bool) -> Reason | None:
    """What someone else has yet to approve is as good as deleted: it is not said that it exists."""
    if comment.deleted_at is not None or not is_read_by(comment, post_author_id=post.author_id, by=by):
        return COMMENT_DELETED
    return BLOCKED if is_blocked else None


def why_not_curate(post: Post, *, by: Account) -> Reason | None:
    """Choosing, refusing and pinning are up to the author of the post."""
    if post.is_deleted:
        return POST_DELETED
    return None if post.author_id == by.id else NOT_YOUR_POST


def why_not_pin(comment: Comment) -> Reason | None:
    """Why a comment cannot stand above all others."""
    if comment.deleted_at is not None:
        return COMMENT_DELETED
    if comment.thread_id is not None:
        return NOT_A_THREAD
    return None if comment.is_approved else STILL_WAITING


def kept_until(comment: Comment) -> datetime:
    """Until when the words of a deleted comment are kept: while staff may have to put it back."""
    assert comment.deleted_at is not None
    return comment.deleted_at + (KEPT_FOR_APPEAL if comment.deleted_by == "staff" else timedelta(0))


def why_not_delete_comment(comment: Comment, *, post_author_id: int, by: Account | None) -> Reason | None:
    """The writer may take a comment back, and the author of the post may remove it."""
    if by is None or by.id not in (comment.author_id, post_author_id):
        return NOT_YOURS
    return None
