"""What may be written, passed on and taken away: answers about rows in hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.kernel.text import weight
from app.posts.models import AUDIENCES, Post

POST_MAX = 2000
WORDS_MAX = 140
FOLD_AT = 140
IMAGES_MAX = 9
CARDS_MAX = 9
ALT_MAX = 500
MENTIONS_MAX = 20
TOPICS_MAX = 20
NEWCOMER_FOR = timedelta(days=7)
STRANGERS_MAX = 5

EMPTY = Reason("empty", _l("Write something, or add a picture or a product."))
TOO_LONG = Reason("too_long", _l("This is longer than 2,000 characters. Shorten it a little."))
WORDS_TOO_LONG = Reason("too_long", _l("Words on a repost have room for 140 characters. Shorten them a little."))
TOO_MANY_IMAGES = Reason("too_many_images", _l("A post holds at most 9 pictures."))
IMAGE_NOT_YOURS = Reason("image_not_yours", _l("One of the pictures is not there any more. Upload it again."))
ALT_TOO_LONG = Reason("alt_too_long", _l("A picture's description has room for 500 characters."))
TOO_MANY_CARDS = Reason("too_many_cards", _l("A post holds at most 9 products."))
PRODUCT_GONE = Reason("product_gone", _l("One of the products is not there any more. Take it out and post again."))
LINK_GONE = Reason("link_gone", _l("The link's preview is not there any more. Take it out and post again."))
BAD_AUDIENCE = Reason("bad_audience", _l("Choose who may see this."))
TOO_MANY_MENTIONS = Reason("too_many_mentions", _l("A post can mention at most 20 people."))
TOO_MANY_STRANGERS = Reason(
    "too_many_strangers",
    _l("In its first week an account can mention up to 5 people a day who do not follow it."),
)
DELETED = Reason("deleted", _l("This post has been deleted, so it can no longer be reposted."))
ROOT_DELETED = Reason("root_deleted", _l("The original post has been deleted, so it can no longer be reposted."))
BLOCKED = Reason("blocked", _l("You cannot repost this: one of you has blocked the other."))
NOT_VISIBLE = Reason("not_visible", _l("You cannot repost this: it is not shown to you."))
NOT_PUBLIC = Reason("not_public", _l("Only public posts can be reposted."))
NOT_IN_CHAIN = Reason("not_in_chain", _l("Your words can be a comment on this post or on the original only."))
NOT_YOURS = Reason("not_yours", _l("You can delete your own posts only."))


@dataclass(frozen=True, slots=True)
class Standing:
    """A post as it stands towards one person at this moment."""

    post: Post
    is_visible: bool
    is_blocked: bool
    has_cards: bool


def why_not_publish(text: str, *, image_count: int, card_count: int, audience: str) -> Reason | None:
    """Whether a post of this shape may be published."""
    if audience not in AUDIENCES:
        return BAD_AUDIENCE
    if not text and not image_count and not card_count:
        return EMPTY
    if weight(text) > POST_MAX:
        return TOO_LONG
    if image_count > IMAGES_MAX:
        return TOO_MANY_IMAGES
    return TOO_MANY_CARDS if card_count > CARDS_MAX else None


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
    return None


def why_not_words(text: str, *, audience: str, comment_on: Sequence[int], chain: Sequence[int]) -> Reason | None:
    """Whether a repost may carry these words; `chain` are the ids they may become a comment on."""
    if audience not in AUDIENCES:
        return BAD_AUDIENCE
    if weight(text) > WORDS_MAX:
        return WORDS_TOO_LONG
    return NOT_IN_CHAIN if set(comment_on) - set(chain) else None


def why_not_mention(mentioned: int, strangers_today: int, *, by: Account, now: datetime) -> Reason | None:
    """Whether so many people may be named: a new account is held back from naming strangers."""
    if mentioned > MENTIONS_MAX:
        return TOO_MANY_MENTIONS
    if is_newcomer(by, now=now) and strangers_today > STRANGERS_MAX:
        return TOO_MANY_STRANGERS
    return None


def is_newcomer(account: Account, *, now: datetime) -> bool:
    """Whether the account is in its first week."""
    return now - account.created_at < NEWCOMER_FOR


def why_not_delete(post: Post, by: Account) -> Reason | None:
    """Whether this person may take the post down."""
    return None if post.author_id == by.id or by.is_staff else NOT_YOURS


def may_be_passed_on(post: Post, root: Post | None) -> bool:
    """Whether a post that the viewer sees has a way to be reposted, for the button under it."""
    stands = root is None or (not root.is_deleted and root.audience == "public")
    return post.audience == "public" and not post.is_deleted and stands
