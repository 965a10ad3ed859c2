"""Taking a message down by a decision of staff, and putting it back."""

from datetime import datetime, timedelta

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.media import operations as media
from app.messages import events, queries
from app.messages.models import Message
from app.messages.operations.holding import hold
from app.messages.queries import Between
from app.posts.rules import KEPT_FOR_APPEAL


@operation
def take_down(message: Message, *, by: Account, now: datetime) -> bool:
    """Hide a message from both; whether it was there. Its words stay until appeals are over.

    Who may decide so, and what else follows from it, moderation says.
    """
    between = _held(message)
    if between is None or message.is_gone:
        return False
    message.taken_down_at = now
    _count(message, between, -1)
    announce(events.MessageTakenDown(message.id, message.conversation_id, message.author_id, between.other.account_id))
    return True


@operation
def put_back(message: Message, *, by: Account | None, now: datetime) -> bool:
    """Show a message again that staff took down; False once it is wiped."""
    between = _held(message)
    if between is None or message.taken_down_at is None or message.taken_back_at is not None:
        return False
    message.taken_down_at = None
    _count(message, between, 1)
    announce(events.MessagePutBack(message.id, message.conversation_id, message.author_id, between.other.account_id))
    return True


@operation
def wipe(message_id: int, *, now: datetime) -> timedelta | None:
    """Empty a message that was taken down long ago; how long to wait where it may still come back."""
    message = db.session.get(Message, message_id)
    if message is None or _held(message) is None or message.taken_down_at is None or message.taken_back_at is not None:
        return None
    kept_until = message.taken_down_at + KEPT_FOR_APPEAL
    if now < kept_until:
        return kept_until - now
    message.taken_back_at = now
    message.text, message.entities, message.label = "", [], ""
    message.image_id = message.product_id = message.post_id = None
    db.session.flush()
    media.remove_attached("message", message.id)
    return None


def _held(message: Message) -> Between | None:
    """The conversation as it stands for the author (own) and the reader, held until the act ends."""
    member = queries.member_or_none(message.conversation_id, message.author_id)
    author = db.session.get_one(Account, message.author_id)
    between = hold(author, member.other_id) if member else None
    db.session.refresh(message, ["taken_back_at", "taken_down_at"])
    return between


def _count(message: Message, between: Between, by: int) -> None:
    """What was not read yet waits no longer, or waits again."""
    if message.id > max(between.other.read_id, between.other.cleared_id):
        between.other.unread_count += by
    db.session.flush()
