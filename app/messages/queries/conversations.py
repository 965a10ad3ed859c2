"""Conversations as they stand for their members."""

from dataclasses import dataclass

from sqlalchemy import Select, func, select, union_all
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first
from app.messages.models import BOXES, Conversation, MessageSetting, Participant

COUNTED = 100
"""99+ is all that is ever shown."""


@dataclass(frozen=True, slots=True)
class Between:
    """How a conversation stands for one of its members (`own`) and for the other (`other`)."""

    own: Participant
    other: Participant

    @property
    def conversation_id(self) -> int:
        """The conversation."""
        return self.own.conversation_id


def pair_of(a_id: int, b_id: int) -> str:
    """The two members of a conversation, the lower id first, as the table keeps them."""
    low, high = sorted((a_id, b_id))
    return f"{low}-{high}"


def between(viewer: Account, other_id: int) -> Between | None:
    """The viewer's conversation with someone, if there ever was one."""
    query = (
        select(Participant)
        .join(Conversation, Conversation.id == Participant.conversation_id)
        .where(Conversation.pair == pair_of(viewer.id, other_id))
        .execution_options(populate_existing=True)
    )
    rows = {row.account_id: row for row in db.session.scalars(query)}
    return Between(rows[viewer.id], rows[other_id]) if len(rows) == 2 else None


def conversation_or_none(viewer: Account, other_id: int) -> Conversation | None:
    """The row of the viewer's conversation with someone."""
    return db.session.scalar(select(Conversation).where(Conversation.pair == pair_of(viewer.id, other_id)))


def member_or_none(conversation_id: int, account_id: int) -> Participant | None:
    """How a conversation stands for an account; None for whoever is no member."""
    query = select(Participant).where(
        Participant.conversation_id == conversation_id, Participant.account_id == account_id
    )
    return db.session.scalar(query.execution_options(populate_existing=True))


def participants_page(account: Account, *, box: str, before: int | None, size: int = 20) -> Page[Participant]:
    """A page of an account's conversations in a box, the last written first, `other` loaded; none put away."""
    query = (
        select(Participant)
        .where(Participant.account_id == account.id, Participant.box == box, Participant.latest_id > 0)
        .options(joinedload(Participant.other, innerjoin=True))
        .execution_options(populate_existing=True)
    )
    return newest_first(query, Participant.latest_id, before=before, size=size)


def partners_of(account: Account, *, limit: int) -> list[Account]:
    """Whom an account has written with last."""
    page = participants_page(account, box="main", before=None, size=limit)
    return [row.other for row in page.items]


def unread_counts(account_id: int) -> dict[str, int]:
    """How many messages an account has not read, by box; of each box COUNTED conversations are looked at."""
    unread = union_all(*(select(_unread_in(account_id, box).subquery()) for box in BOXES)).subquery()
    query = select(unread.c.box, func.sum(unread.c.unread_count)).group_by(unread.c.box)
    return dict.fromkeys(BOXES, 0) | {box: int(number) for box, number in db.session.execute(query)}


def _unread_in(account_id: int, box: str) -> Select[str, int]:
    query = select(Participant.box, Participant.unread_count)
    mine = query.where(Participant.account_id == account_id, Participant.box == box, Participant.unread_count > 0)
    return mine.limit(COUNTED)


def accepted_by(account_id: int) -> str:
    """Whose first message an account accepts: `all` or `followed`."""
    query = select(MessageSetting.accepts).where(MessageSetting.account_id == account_id)
    return db.session.scalar(query) or "all"
