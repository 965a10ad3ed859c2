"""What stands in conversations, for their two members alone."""

from app.messages.queries.conversations import (
    Between,
    accepted_by,
    between,
    conversation_or_none,
    member_or_none,
    pair_of,
    participants_page,
    partners_of,
    unread_counts,
)
from app.messages.queries.messages import (
    InContext,
    latest_messages,
    may_see_message,
    members_of,
    message_by_key,
    message_or_404,
    message_or_none,
    messages_after,
    messages_before,
    messages_leading_to,
    unread_of,
    written_by,
)
from app.messages.queries.recount import miscounts

__all__ = [
    "Between",
    "InContext",
    "accepted_by",
    "between",
    "conversation_or_none",
    "latest_messages",
    "may_see_message",
    "member_or_none",
    "members_of",
    "message_by_key",
    "message_or_404",
    "message_or_none",
    "messages_after",
    "messages_before",
    "messages_leading_to",
    "miscounts",
    "pair_of",
    "participants_page",
    "partners_of",
    "unread_counts",
    "unread_of",
    "written_by",
]
