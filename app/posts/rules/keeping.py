"""What authors may do with their posts once they are out: narrow, pin, take down, bring back."""

from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.posts.models import Post

UNDO_FOR = timedelta(seconds=5)
"""How long the page offers to bring a deleted post back."""
RESTORABLE_FOR = UNDO_FOR + timedelta(seconds=5)
"""How long the server lets it: a press in the last moment has a way to go."""
KEPT_FOR_APPEAL = timedelta(days=60)
"""How long the words of a post that staff took down are kept: 30 days to appeal, and time to answer."""
NARROWER = {
    "public": ("public", "fans", "mutuals", "group", "self"),
    "fans": ("fans", "mutuals", "self"),
    "mutuals": ("mutuals", "self"),
    "group": ("group", "self"),
    "self": ("self",),
}
"""Audience -> those that hold nobody who is not in it; a group's people need not be fans."""

NOT_YOURS = Reason("not_yours", _l("You can delete your own posts only."))
NOT_YOURS_TO_RESTORE = Reason("not_yours", _l("You can bring back only what you have deleted yourself."))
TAKEN_DOWN = Reason("taken_down", _l("This post was taken down. You can appeal on the page of your account status."))
NOT_YOUR_POST = Reason("not_yours", _l("You can change your own posts only."))
ON_ITS_WAY_OUT = Reason("deleted", _l("This post has been deleted, so nothing can be changed about it."))
NOT_NARROWER = Reason("not_narrower", _l("Once it is out, fewer people may see a post, but never more."))
TOO_LATE = Reason("too_late", _l("The post can no longer be brought back."))


def why_not_delete(post: Post, by: Account) -> Reason | None:
    """Whether this person may delete the post; staff takes things down by a decision instead (moderation)."""
    return None if post.author_id == by.id else NOT_YOURS


def why_not_restore(post: Post, by: Account, *, now: datetime) -> Reason | None:
    """Whether this person may bring the post back: who has deleted it, for a few seconds."""
    if post.author_id != by.id:
        return NOT_YOURS_TO_RESTORE
    if post.deleted_by == "staff":
        return TAKEN_DOWN
    return TOO_LATE if may_be_purged(post, now=now) else None


def may_be_purged(post: Post, *, now: datetime) -> bool:
    """Whether a post was deleted long enough ago that nothing of it is kept."""
    if post.purged_at is not None:
        return True
    return post.deleted_at is not None and now > post.deleted_at + kept_for(post)


def kept_for(post: Post) -> timedelta:
    """How long the words of a deleted post are kept after it was hidden."""
    return KEPT_FOR_APPEAL if post.deleted_by == "staff" else RESTORABLE_FOR


def why_not_change(post: Post, by: Account) -> Reason | None:
    """Whether this person may change how the post is shown."""
    if post.author_id != by.id:
        return NOT_YOUR_POST
    return ON_ITS_WAY_OUT if post.is_deleted else None


def why_not_narrow(post: Post, by: Account, *, audience: str, group_id: int | None) -> Reason | None:
    """Whether the post may be shown to these people from now on: to fewer, never to others."""
    if reason := why_not_change(post, by):
        return reason
    if audience not in narrower_audiences(post.audience):
        return NOT_NARROWER
    is_other_group = audience == post.audience == "group" and group_id != post.group_id
    return NOT_NARROWER if is_other_group else None


def narrower_audiences(audience: str) -> tuple[str, ...]:
    """The audience itself, and those that may follow it."""
    return NARROWER.get(audience, ())


def why_not_pin(post: Post, by: Account) -> Reason | None:
    """Whether the post may stand first on its author's page."""
    return why_not_change(post, by)
