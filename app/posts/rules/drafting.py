"""How much may be kept unfinished, and how long a post may wait for its time."""

from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.posts.models import Writing

DRAFTS_MAX = 50
SCHEDULED_MAX = 50
SOONEST = timedelta(minutes=1)
FARTHEST = timedelta(days=365)
DRAFT_MAX = 60_000
"""Characters of a draft as it is stored: far more than anything that can be published."""

TOO_MANY_DRAFTS = Reason("too_many_drafts", _l("You have 50 drafts. Publish or delete one of them first."))
TOO_MANY_SCHEDULED = Reason("too_many_scheduled", _l("50 posts are waiting for their time already."))
NO_TIME = Reason("no_time", _l("Choose when it shall go out."))
TOO_SOON = Reason("too_soon", _l("Choose a time at least a minute from now."))
TOO_FAR = Reason("too_far", _l("Choose a time within the next year."))
TOO_LARGE = Reason("too_large", _l("This is too much for a draft."))
ALREADY_OUT = Reason("already_out", _l("This has been published or deleted in another window."))
IS_WAITING = Reason("is_waiting", _l("This waits for its time. Change it under Scheduled."))


def is_worth_keeping(writing: Writing) -> bool:
    """Whether there is anything in it beside choices."""
    options = writing.poll.options if writing.poll else []
    asked = any(one.text.strip() or one.image_id or one.product_id for one in options)
    hangs = writing.image_ids or writing.product_ids or writing.link_id or writing.video_id
    return bool(writing.text.strip() or hangs or asked)


def why_not_keep(*, size: int, others: int) -> Reason | None:
    """Whether there is room for a draft of so many characters beside `others`."""
    if size > DRAFT_MAX:
        return TOO_LARGE
    return TOO_MANY_DRAFTS if others >= DRAFTS_MAX else None


def why_not_schedule(at: datetime, *, now: datetime, others: int) -> Reason | None:
    """Whether a post may wait until `at`, beside `others` that wait already."""
    if at < now + SOONEST:
        return TOO_SOON
    if at > now + FARTHEST:
        return TOO_FAR
    return TOO_MANY_SCHEDULED if others >= SCHEDULED_MAX else None
