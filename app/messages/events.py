"""What has happened in a conversation."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MessageSent:
    """A message was written to `to_id`."""

    message_id: int
    conversation_id: int
    author_id: int
    to_id: int


@dataclass(frozen=True)
class ConversationRead:
    """An account has read what the other wrote, up to a message."""

    conversation_id: int
    account_id: int
    up_to_id: int


@dataclass(frozen=True)
class MessageTakenBack:
    """Its author took a message back; its place stays, empty."""

    message_id: int
    conversation_id: int
    author_id: int
    to_id: int


@dataclass(frozen=True)
class MessageTakenDown:
    """Staff has hidden a message from both."""

    message_id: int
    conversation_id: int
    author_id: int
    to_id: int


@dataclass(frozen=True)
class MessagePutBack:
    """A message that staff had taken down is there again."""

    message_id: int
    conversation_id: int
    author_id: int
    to_id: int


@dataclass(frozen=True)
class ConversationMoved:
    """An account put a conversation away, or took it in from the strangers' box: its own pages alone learn of it."""

    conversation_id: int
    account_id: int
