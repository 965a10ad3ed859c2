"""Emptying all that somebody has said in conversations who has closed her account; the others keep what they said."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select, update

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.transactions import operation
from app.media import operations as media
from app.messages import queries
from app.messages.models import Message, MessageSetting, Participant
from app.messages.operations.holding import hold

AT_ONCE = 200


@operation
def forget(account_id: int, *, now: datetime) -> bool:
    """Empty her words and pictures in one conversation for both; whether there may be more. Again it finds nothing.

    They count as taken back: what the other one had not read yet is unread no longer.
    """
    says = (Message.author_id == account_id, Message.taken_back_at.is_(None))
    first = db.session.scalar(select(Message.conversation_id).where(*says).limit(1))
    if first is None:
        return _put_down(account_id)
    member = queries.member_or_none(first, account_id)
    between = hold(db.session.get_one(Account, account_id), member.other_id) if member else None
    some = select(Message.id).where(*says, Message.conversation_id == first).limit(AT_ONCE)
    ids = list(db.session.scalars(some))
    hung: dict[str, Any] = dict.fromkeys(("image_id", "product_id", "post_id"))
    nothing = {"text": "", "entities": [], "label": "", **hung}
    empty = update(Message).where(Message.id.in_(ids)).values(taken_back_at=now, **nothing)
    db.session.execute(empty.execution_options(synchronize_session=False))
    for message_id in ids:
        media.remove_attached("message", message_id)
    if between is not None:
        other = between.other
        other.unread_count = queries.unread_of(other, read_id=other.read_id)
    return True


def _put_down(account_id: int) -> bool:
    """What she took back as staff took it down still had its words; her own lists and choices go."""
    kept = or_(Message.text != "", Message.image_id.is_not(None))
    db.session.execute(
        update(Message)
        .where(Message.author_id == account_id, kept)
        .values(text="", entities=[], image_id=None)
        .execution_options(synchronize_session=False)
    )
    own = update(Participant).where(Participant.account_id == account_id, Participant.latest_id > 0)
    latest = Participant.latest_id
    db.session.execute(own.values(cleared_id=latest, read_id=latest, latest_id=0, unread_count=0))
    db.session.execute(delete(MessageSetting).where(MessageSetting.account_id == account_id))
    return False
