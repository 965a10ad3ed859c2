"""Messages. Whoever is no member of their conversation gets none of them, and no hint that they exist."""

from collections.abc import Collection
from dataclasses import dataclass

from flask import abort
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first, oldest_first
from app.messages.models import Message, Participant
from app.products.models import Product

PAGE = 30
AROUND = 5
_HIGHEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class InContext:
    """A message and what stands around it, oldest first, as one of the members sees it: for a report."""

    message: Message
    around: list[Message]


def messages_before(own: Participant, *, before: int | None) -> Page[Message]:
    """A page of a conversation as one member sees it, newest first."""
    return newest_first(_shown_to(own), Message.id, before=before, size=PAGE)


def messages_after(own: Participant, *, after: int) -> Page[Message]:
    """What came after a message, oldest first."""
    return oldest_first(_shown_to(own), Message.id, after=after, size=PAGE)


def latest_messages(ids: Collection[int]) -> dict[int, Message]:
    """The messages with these ids (of the viewer's own list of conversations), by id."""
    if not ids:
        return {}
    return {message.id: message for message in db.session.scalars(select(Message).where(Message.id.in_(ids)))}


def message_or_none(message_id: int, *, viewer: Account) -> Message | None:
    """A message of a conversation that the viewer is a member of, and which she has not removed for herself."""
    if message_id > _HIGHEST_ID:
        return None
    return db.session.scalar(_loaded(_seen_by(viewer.id).where(Message.id == message_id)))


def message_or_404(message_id: int, *, viewer: Account) -> InContext:
    """A message with the AROUND messages before and after it, or the answer 404: what a report is about."""
    message = message_or_none(message_id, viewer=viewer) or abort(404)
    near = _loaded(_seen_by(viewer.id).where(Message.conversation_id == message.conversation_id))
    earlier = db.session.scalars(near.where(Message.id < message.id).order_by(Message.id.desc()).limit(AROUND)).all()
    later = db.session.scalars(near.where(Message.id > message.id).order_by(Message.id).limit(AROUND)).all()
    return InContext(message, [*earlier[::-1], message, *later])


def may_see_message(message_id: int, viewer: Account | None) -> bool:
    """Whether someone may see what a message carries: its two members, until it is taken back or removed."""
    if viewer is None or message_id > _HIGHEST_ID:
        return False
    found = _seen_by(viewer.id).where(Message.id == message_id, *is_there())
    return db.session.scalar(found.with_only_columns(Message.id)) is not None


def is_there() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The message says something still: it was neither taken back nor taken down."""
    return Message.taken_back_at.is_(None), Message.taken_down_at.is_(None)


def messages_leading_to(message: Message) -> list[Message]:
    """The AROUND messages before one, oldest first, whoever asks: for a report."""
    earlier = select(Message).where(Message.conversation_id == message.conversation_id, Message.id < message.id)
    return list(db.session.scalars(earlier.order_by(Message.id.desc()).limit(AROUND)))[::-1]


def members_of(conversation_id: int) -> list[int]:
    """The ids of the two members of a conversation."""
    theirs = select(Participant.account_id).where(Participant.conversation_id == conversation_id)
    return list(db.session.scalars(theirs.order_by(Participant.account_id)))


def message_by_key(by: Account, client_key: str | None) -> Message | None:
    """What an earlier sending of the same words has written."""
    if client_key is None:
        return None
    return db.session.scalar(
        _loaded(select(Message)).where(Message.author_id == by.id, Message.client_key == client_key)
    )


def written_by(account_id: int, conversation_id: int, *, most: int) -> int:
    """How many messages an account has written in a conversation, those taken back included; at most `most`."""
    rows = (
        select(Message.id)
        .where(Message.conversation_id == conversation_id, Message.author_id == account_id)
        .limit(most)
        .subquery()
    )
    return db.session.scalar(select(func.count()).select_from(rows)) or 0


def unread_of(own: Participant, *, read_id: int) -> int:
    """How many messages of the other one come after `read_id`."""
    query = select(func.count()).where(
        Message.conversation_id == own.conversation_id,
        Message.id > max(read_id, own.cleared_id),
        Message.author_id == own.other_id,
        *is_there(),
    )
    return db.session.scalar(query) or 0


def _shown_to(own: Participant) -> Select[Message]:
    return _loaded(select(Message)).where(Message.conversation_id == own.conversation_id, Message.id > own.cleared_id)


def _seen_by(account_id: int) -> Select[Message]:
    return (
        select(Message)
        .join(Participant, Participant.conversation_id == Message.conversation_id)
        .where(Participant.account_id == account_id, Message.id > Participant.cleared_id)
    )


def _loaded(query: Select[Message]) -> Select[Message]:
    return query.options(joinedload(Message.image), joinedload(Message.product).joinedload(Product.image)).options(
        joinedload(Message.author, innerjoin=True)
    )
