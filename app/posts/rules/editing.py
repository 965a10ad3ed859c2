"""Who may edit a post, and what it may say afterwards."""

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.kernel.text import weight
from app.posts.models import Post
from app.posts.rules.keeping import why_not_change
from app.posts.rules.writing import (
    IMAGES_MAX,
    POST_MAX,
    TOO_LONG,
    TOO_MANY_IMAGES,
    VIDEO_ALONE,
    WORDS_MAX,
    WORDS_TOO_LONG,
)

VERSIONS_MAX = 50

TOO_MANY_VERSIONS = Reason(
    "too_many_versions", _l("This post has been edited as often as one can be. Write a new one instead.")
)
EDITED_MEANWHILE = Reason(
    "edited_meanwhile", _l("This post has been edited in another window meanwhile. Load it again before you go on.")
)
NOTHING_LEFT = Reason("nothing_left", _l("Nothing would be left of this post. Delete it instead."))
REPOSTS_HAVE_NO_IMAGES = Reason("no_images", _l("A repost shows the pictures of the original alone."))


def why_not_edit(post: Post, by: Account, *, version: int | None = None) -> Reason | None:
    """Whether this person may change what the post says; `version` is the one she has before her."""
    if reason := why_not_change(post, by):
        return reason
    if version is not None and version != post.version:
        return EDITED_MEANWHILE
    return TOO_MANY_VERSIONS if post.version >= VERSIONS_MAX else None


def why_not_say(post: Post, text: str, *, image_count: int, has_cards: bool) -> Reason | None:
    """Whether the post may say this from now on; cards, poll and video are what they were."""
    if post.is_repost:
        if weight(text) > WORDS_MAX:
            return WORDS_TOO_LONG
        return REPOSTS_HAVE_NO_IMAGES if image_count else None
    if weight(text) > POST_MAX:
        return TOO_LONG
    if image_count > IMAGES_MAX:
        return TOO_MANY_IMAGES
    if post.video_id and image_count:
        return VIDEO_ALONE
    return None if text or image_count or has_cards or post.has_poll or post.video_id else NOTHING_LEFT
