"""Saying that something is there: ids and counts to rooms. How it looks, each page asks as its viewer."""

from app.live.operations.accounts import end_sessions, reload_pages, renew_rooms, ring
from app.live.operations.badges import tell_badge
from app.live.operations.bulk import tell_bulk
from app.live.operations.comments import tell_comment, tell_comment_deletion, tell_waiting
from app.live.operations.exports import tell_export
from app.live.operations.feeds import announce_in_topics, announce_post, narrow_feeds
from app.live.operations.links import tell_link
from app.live.operations.messages import (
    tell_message,
    tell_message_gone,
    tell_read,
    tell_typing,
    tell_unread_messages,
)
from app.live.operations.polls import tell_votes
from app.live.operations.posts import tell_change, tell_counts, tell_deletion, tell_restoration, turn_out_watchers
from app.live.operations.staff import tell_queues

__all__ = [
    "announce_in_topics",
    "announce_post",
    "end_sessions",
    "narrow_feeds",
    "reload_pages",
    "renew_rooms",
    "ring",
    "tell_badge",
    "tell_bulk",
    "tell_change",
    "tell_comment",
    "tell_comment_deletion",
    "tell_counts",
    "tell_deletion",
    "tell_export",
    "tell_link",
    "tell_message",
    "tell_message_gone",
    "tell_queues",
    "tell_read",
    "tell_restoration",
    "tell_typing",
    "tell_unread_messages",
    "tell_votes",
    "tell_waiting",
    "turn_out_watchers",
]
