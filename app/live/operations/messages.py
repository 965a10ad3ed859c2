"""What the pages of the two members of a conversation are told."""

from app.kernel.realtime import tell
from app.live import channels


def tell_message(message_id: int, conversation_id: int, *, author_id: int, to_id: int) -> None:
    """Tell both members that a message is there."""
    _tell_both("message:new", message_id, conversation_id, author_id, to_id)


def tell_message_gone(message_id: int, conversation_id: int, *, author_id: int, to_id: int) -> None:
    """Tell both members that a message was taken back."""
    _tell_both("message:gone", message_id, conversation_id, author_id, to_id)


def tell_read(conversation_id: int, up_to_id: int, *, by_id: int, to_id: int) -> None:
    """Tell the other member up to where she was read."""
    facts = {"conversation": str(conversation_id), "by": str(by_id), "up_to": str(up_to_id)}
    tell(channels.account(to_id), "message:read", **facts)


def tell_typing(conversation_id: int, *, by_id: int, to_id: int) -> None:
    """Tell a member that the other one is writing."""
    tell(channels.account(to_id), "message:typing", conversation=str(conversation_id), **{"from": str(by_id)})


def tell_unread_messages(account_id: int, *, main: int, strangers: int) -> None:
    """Tell an account's pages how many messages are unread, by box."""
    tell(channels.account(account_id), "messages:count", main=main, strangers=strangers)


def _tell_both(what: str, message_id: int, conversation_id: int, author_id: int, to_id: int) -> None:
    members = {"from": str(author_id), "to": str(to_id)}
    for account_id in (author_id, to_id):
        tell(channels.account(account_id), what, conversation=str(conversation_id), id=str(message_id), **members)
