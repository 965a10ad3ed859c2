"""What belongs into one notice. News of one kind about one thing grows one notice as long as it is unread.

Likes and reposts gather by what they are about, new fans in one notice; each comment and each @ stands for itself,
because its words do. What the site itself says gathers by what it says, and about which post or other thing.
"""

from datetime import datetime, time, timedelta

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.kernel.formats import ZONE

DIGEST_HOUR = 8
UNKNOWN_CHOICE = Reason("unknown", _l("Please choose one of the options."))


def group_of(kind: str, *, post_id: int | None, comment_id: int | None, code: str = "", key: str = "") -> str:
    """The key under which a kind of news about a post or comment gathers; `key` names any other thing."""
    name = f"{kind}:{code}" if code else kind
    if key:
        return f"{name}:{key}"
    if comment_id is not None:
        return f"{name}:comment:{comment_id}"
    return f"{name}:post:{post_id}" if post_id is not None else name


def next_digest(rhythm: str, now: datetime) -> datetime | None:
    """When the next digest goes out: each morning, or on Monday mornings; None for off."""
    if rhythm == "off":
        return None
    local = now.astimezone(ZONE)
    days = 1 if rhythm == "daily" else 7 - local.weekday()
    morning = datetime.combine(local.date() + timedelta(days=days), time(DIGEST_HOUR), tzinfo=ZONE)
    return morning.astimezone(now.tzinfo)
