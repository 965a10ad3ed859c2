"""What open pages are told when others have announced something."""

from app.live.listeners.badges import show_badge
from app.live.listeners.bulk import show_bulk
from app.live.listeners.comments import show_comment, show_comment_deletion
from app.live.listeners.exports import show_export
from app.live.listeners.feeds import narrow_feeds, show_in_topics, show_new_posts
from app.live.listeners.links import show_link
from app.live.listeners.messages import (
    show_conversation_moved,
    show_message,
    show_message_taken_back,
    show_read,
)
from app.live.listeners.notices import ring_the_bell, ring_the_bells
from app.live.listeners.polls import show_votes
from app.live.listeners.posts import (
    show_change,
    show_counts,
    show_deletion,
    show_repost_counts,
    show_restoration,
    show_to_fewer,
)
from app.live.listeners.relations import renew_rooms, renew_rooms_of_both, renew_rooms_of_muter
from app.live.listeners.sessions import end_sessions, reload_pages
from app.live.listeners.staff import show_queues

__all__ = [
    "end_sessions",
    "narrow_feeds",
    "reload_pages",
    "renew_rooms",
    "renew_rooms_of_both",
    "renew_rooms_of_muter",
    "ring_the_bell",
    "ring_the_bells",
    "show_badge",
    "show_bulk",
    "show_change",
    "show_comment",
    "show_comment_deletion",
    "show_conversation_moved",
    "show_counts",
    "show_deletion",
    "show_export",
    "show_in_topics",
    "show_link",
    "show_message",
    "show_message_taken_back",
    "show_new_posts",
    "show_queues",
    "show_read",
    "show_repost_counts",
    "show_restoration",
    "show_to_fewer",
    "show_votes",
]
