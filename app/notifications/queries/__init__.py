"""What the bell knows: how much is unread, who has done what, who hears of it."""

from app.notifications.queries.hearing import who_hears, who_hears_of_site
from app.notifications.queries.notices import mentioned_in, newest_actors, notices_of, tombstones
from app.notifications.queries.settings import senders_chosen, threads_muted_by
from app.notifications.queries.unread import unread_count, unread_counts

__all__ = [
    "mentioned_in",
    "newest_actors",
    "notices_of",
    "senders_chosen",
    "threads_muted_by",
    "tombstones",
    "unread_count",
    "unread_counts",
    "who_hears",
    "who_hears_of_site",
]
