"""When staff may add 「广告」, and which words let one look for it."""

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.posts.models import Post

REASON_MAX = 200
AD_WORDS = (
    "优惠券",
    "领券",
    "券后",
    "下单",
    "拍下",
    "淘口令",
    "同款链接",
    "返现",
    "佣金",
    "限时秒杀",
    "私信我买",
    "加微信买",
)
"""What unlabelled advertising says more often than friends do; for staff to look at, nothing follows by itself."""

LABELLED_ALREADY = Reason("labelled_already", _l("This post carries the label already."))
POST_GONE = Reason("post_gone", _l("This post is deleted."))
WHY_LABEL = Reason("no_reason", _l("Tell the author why, in up to 200 characters."))


def why_not_label(post: Post, reason: str) -> Reason | None:
    """Whether 「广告」 can be added to a post for this reason."""
    if post.is_deleted:
        return POST_GONE
    if post.label:
        return LABELLED_ALREADY
    return None if 0 < len(reason) <= REASON_MAX else WHY_LABEL
