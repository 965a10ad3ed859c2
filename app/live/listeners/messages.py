"""The pages of the two members of a conversation hear what happens in it; nobody else does."""

from app.live import operations
from app.messages import queries as messages
from app.messages.events import (
    ConversationMoved,
    ConversationRead,
    MessagePutBack,
    MessageSent,
    MessageTakenBack,
    MessageTakenDown,
)


def show_message(event: MessageSent) -> None:
    """Both hear that a message is there, the reader how many wait."""
    operations.tell_message(event.message_id, event.conversation_id, author_id=event.author_id, to_id=event.to_id)
    _tell_unread(event.to_id)


def show_message_taken_back(event: MessageTakenBack | MessageTakenDown | MessagePutBack) -> None:
    """Both hear that a message looks different now: it is empty, or there again."""
    operations.tell_message_gone(event.message_id, event.conversation_id, author_id=event.author_id, to_id=event.to_id)
    _tell_unread(event.to_id)


def show_read(event: ConversationRead) -> None:
    """The other one sees 「已读」, once the reader has taken the conversation in; the reader's pages count anew."""
    _tell_unread(event.account_id)
    own = messages.member_or_none(event.conversation_id, event.account_id)
    if own is not None and own.box == "main":
        operations.tell_read(event.conversation_id, event.up_to_id, by_id=own.account_id, to_id=own.other_id)


def show_conversation_moved(event: ConversationMoved) -> None:
    """The account's own pages count anew."""
    _tell_unread(event.account_id)


def _tell_unread(account_id: int) -> None:
    counts = messages.unread_counts(account_id)
    operations.tell_unread_messages(account_id, main=counts["main"], strangers=counts["strangers"])
