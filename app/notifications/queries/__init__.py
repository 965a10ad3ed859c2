"""What the bell knows: how much is unread, who has done what, who hears of it."""

from app.notifications.queries.doings import (
    likes_comment,
    likes_post,
    mentioned_in,
    passed_on_by,
    still_passes_on,
    told_about,
)
from app.notifications.queries.hearing import who_hears, who_hears_of_site
from app.notifications.queries.notices import newest_actors, notices_of, tombstones, unread_since
from app.notifications.queries.settings import (
    digests_due,
    muted_threads_page,
    rhythm_of,
    senders_chosen,
    threads_muted_by,
)
from app.notifications.queries.unread import unread_and_muted, unread_count, unread_counts

__all__ = [
    "digests_due",
    "likes_comment",
    "likes_post",
    "mentioned_in",
    "muted_threads_page",
    "newest_actors",
    "notices_of",
    "passed_on_by",
    "rhythm_of",
    "senders_chosen",
    "still_passes_on",
    "threads_muted_by",
    "told_about",
    "tombstones",
    "unread_and_muted",
    "unread_count",
    "unread_counts",
    "unread_since",
    "who_hears",
    "who_hears_of_site",
]
