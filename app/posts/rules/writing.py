"""What a post or a repost may say, carry and name."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.kernel.text import weight
from app.posts.models import AUDIENCES, COMMENTERS, REPOSTERS, Writing

POST_MAX = 2000
WORDS_MAX = 140
FOLD_AT = 140
IMAGES_MAX = 9
CARDS_MAX = 9
ALT_MAX = 500
FOLD_NOTE_MAX = 20
MENTIONS_MAX = 20
TOPICS_MAX = 20
NEWCOMER_FOR = timedelta(days=7)
STRANGERS_MAX = 5

EMPTY = Reason("empty", _l("Write something, or add a picture or a product."))
TOO_LONG = Reason("too_long", _l("This is longer than 2,000 characters. Shorten it a little."))
WORDS_TOO_LONG = Reason("too_long", _l("Words on a repost have room for 140 characters. Shorten them a little."))
TOO_MANY_IMAGES = Reason("too_many_images", _l("A post holds at most 9 pictures."))
IMAGE_NOT_YOURS = Reason("image_not_yours", _l("One of the pictures is not there any more. Upload it again."))
VIDEO_NOT_YOURS = Reason("video_not_yours", _l("The video is not there any more. Upload it again."))
VIDEO_ALONE = Reason("video_alone", _l("A post carries either pictures or a video."))
ALT_TOO_LONG = Reason("alt_too_long", _l("A picture's description has room for 500 characters."))
TOO_MANY_CARDS = Reason("too_many_cards", _l("A post holds at most 9 products."))
PRODUCT_GONE = Reason("product_gone", _l("One of the products is not there any more. Take it out and post again."))
LINK_GONE = Reason("link_gone", _l("The link's preview is not there any more. Take it out and post again."))
BAD_AUDIENCE = Reason("bad_audience", _l("Choose who may see this."))
GROUP_GONE = Reason("group_gone", _l("This group is not there any more. Choose who may see this."))
BAD_PERMISSION = Reason("bad_permission", _l("Choose who may repost and comment."))
NOTE_TOO_LONG = Reason("note_too_long", _l("The note over what is folded has room for 20 characters."))
TOO_MANY_MENTIONS = Reason("too_many_mentions", _l("A post can mention at most 20 people."))
TOO_MANY_STRANGERS = Reason(
    "too_many_strangers",
    _l("In its first week an account can mention up to 5 people a day who do not follow it."),
)
NOT_IN_CHAIN = Reason("not_in_chain", _l("Your words can be a comment on this post or on the original only."))


def why_not_publish(writing: Writing) -> Reason | None:
    """Whether a post of this shape may be published; of the poll `why_not_ask` speaks."""
    if writing.audience not in AUDIENCES:
        return BAD_AUDIENCE
    if writing.reposters not in REPOSTERS or writing.commenters not in COMMENTERS:
        return BAD_PERMISSION
    if not (writing.text or writing.image_ids or writing.product_ids or writing.video_id or writing.poll):
        return EMPTY
    if weight(writing.text) > POST_MAX:
        return TOO_LONG
    if weight(writing.fold_note) > FOLD_NOTE_MAX:
        return NOTE_TOO_LONG
    if writing.video_id and writing.image_ids:
        return VIDEO_ALONE
    if len(writing.image_ids) > IMAGES_MAX:
        return TOO_MANY_IMAGES
    return TOO_MANY_CARDS if len(writing.product_ids) > CARDS_MAX else None


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
