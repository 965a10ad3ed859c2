"""Whether what is said to be unread agrees with the messages."""

from sqlalchemy import func, select

from app.kernel.database import db
from app.kernel.recounting import Miscount
from app.messages.models import Message, Participant
from app.messages.queries.messages import is_there


def miscounts() -> list[Miscount]:
    """Every unread count that is wrong; an empty list is the only good answer."""
    true = (
        select(func.count())
        .where(
            Message.conversation_id == Participant.conversation_id,
            Message.author_id == Participant.other_id,
            Message.id > Participant.read_id,
            Message.id > Participant.cleared_id,
            *is_there(),
        )
        .correlate(Participant)
        .scalar_subquery()
    )
    query = select(Participant.conversation_id, Participant.unread_count, true).where(Participant.unread_count != true)
    return [Miscount("participants.unread_count", *row) for row in db.session.execute(query)]
