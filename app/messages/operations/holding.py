"""A conversation is held by one act at a time: what is unread, and in which order it was said, is never in doubt."""

from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.upserts import insert_missing
from app.messages import queries
from app.messages.models import Conversation, Participant
from app.messages.queries import Between
from app.relationships import queries as relationships


def hold(viewer: Account, other_id: int) -> Between | None:
    """The viewer's conversation with someone, held until the act ends; None where there is none."""
    pair = queries.pair_of(viewer.id, other_id)
    held = select(Conversation.id).where(Conversation.pair == pair).with_for_update(key_share=True)
    return queries.between(viewer, other_id) if db.session.scalar(held) is not None else None


def hold_or_begin(viewer: Account, other: Account, *, now: datetime) -> Between:
    """The same, begun if there is none: of two who begin at the same moment the second joins the first.

    Whom the other one does not follow begins in her box for strangers.
    """
    row = {"id": ids.new_id(now), "pair": queries.pair_of(viewer.id, other.id), "created_at": now}
    insert_missing(Conversation, [row])
    if found := hold(viewer, other.id):
        return found
    conversation = queries.conversation_or_none(viewer, other.id)
    assert conversation is not None
    is_followed = relationships.is_following(other.id, viewer.id)
    members = [
        _member(conversation, viewer.id, other.id, "main"),
        _member(conversation, other.id, viewer.id, "main" if is_followed else "strangers"),
    ]
    insert_missing(Participant, sorted(members, key=lambda member: member["account_id"]))
    begun = queries.between(viewer, other.id)
    assert begun is not None
    return begun


def _member(conversation: Conversation, account_id: int, other_id: int, box: str) -> dict[str, int | str]:
    return {
        "conversation_id": conversation.id,
        "account_id": account_id,
        "other_id": other_id,
        "box": box,
        "latest_id": 0,
        "read_id": 0,
        "cleared_id": 0,
        "unread_count": 0,
    }
