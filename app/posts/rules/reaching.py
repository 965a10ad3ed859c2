"""Who may pass a post on or comment on it, as it stands towards her."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.posts.models import Post

DELETED = Reason("deleted", _l("This post has been deleted, so it can no longer be reposted."))
ROOT_DELETED = Reason("root_deleted", _l("The original post has been deleted, so it can no longer be reposted."))
BLOCKED = Reason("blocked", _l("You cannot repost this: one of you has blocked the other."))
NOT_VISIBLE = Reason("not_visible", _l("You cannot repost this: it is not shown to you."))
NOT_PUBLIC = Reason("not_public", _l("Only public posts can be reposted."))
REPOSTS_OF_FANS = Reason("reposts_of_fans", _l("Its author lets fans alone repost this."))
REPOSTS_OF_MUTUALS = Reason("reposts_of_mutuals", _l("Its author lets mutual friends alone repost this."))
REPOSTS_CLOSED = Reason("reposts_closed", _l("Its author has turned reposts off."))
COMMENTS_OF_FANS = Reason("comments_of_fans", _l("Its author lets fans alone comment on this."))
COMMENTS_OF_FOLLOWED = Reason("comments_of_followed", _l("Only people whom its author follows can comment on this."))
COMMENTS_CLOSED = Reason("comments_closed", _l("Its author has turned comments off."))


@dataclass(frozen=True, slots=True)
class Standing:
    """A post as it stands towards one person at this moment.

    `follows`: she follows its author; `is_followed`: its author follows her.
    """

    post: Post
    is_visible: bool = True
    is_blocked: bool = False
    has_cards: bool = False
    is_own: bool = False
    follows: bool = False
    is_followed: bool = False


def why_not_repost(parent: Standing, root: Standing) -> Reason | None:
    """Whether a post may be passed on; as on Weibo a repost lives only as long as its root does.

    Only what is public spreads, so a repost never reaches further than what it quotes.
    """
    if parent.post.is_deleted:
        return DELETED
    if root.post.is_deleted:
        return ROOT_DELETED
    for standing in (parent, root):
        if standing.is_blocked:
            return BLOCKED
        if not standing.is_visible:
            return NOT_VISIBLE
        if standing.post.audience != "public":
            return NOT_PUBLIC
        if reason := _why_not_among_reposters(standing):
            return reason
    return None


def _why_not_among_reposters(standing: Standing) -> Reason | None:
    """Authors pass their own on whatever they have chosen for others."""
    if standing.is_own:
        return None
    allowed = {
        "all": True,
        "fans": standing.follows,
        "mutuals": standing.follows and standing.is_followed,
        "none": False,
    }
    reasons = {"fans": REPOSTS_OF_FANS, "mutuals": REPOSTS_OF_MUTUALS}
    return None if allowed[standing.post.reposters] else reasons.get(standing.post.reposters, REPOSTS_CLOSED)


def why_not_comment(post: Post, *, by: Account, follows: bool, is_followed: bool) -> Reason | None:
    """Whether the post's author lets `by` comment; `follows`: `by` follows the author, `is_followed`: the reverse."""
    if post.author_id == by.id:
        return None
    allowed = {"all": True, "fans": follows, "followed": is_followed, "none": False}
    reasons = {"fans": COMMENTS_OF_FANS, "followed": COMMENTS_OF_FOLLOWED}
    return None if allowed[post.commenters] else reasons.get(post.commenters, COMMENTS_CLOSED)
