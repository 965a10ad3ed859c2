"""Reading, putting away, taking in, and whose messages one takes at all."""

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.kernel.upserts import insert_missing
from app.messages import events, queries, rules
from app.messages.models import Conversation, MessageSetting, Participant
from app.messages.operations.holding import hold
from app.messages.queries import Between


class NotChoosable(Refusal):
    """There is no such choice."""

    status = 422


@operation
def read(conversation: Conversation, *, by: Account, up_to: int) -> int:
    """Note that `by` has read up to a message; answers how many are still unread. Again changes nothing."""
    between = _held(conversation, by)
    if between is None:
        return 0
    own = between.own
    up_to = min(up_to, max(own.latest_id, own.cleared_id))
    if up_to > own.read_id:
        own.unread_count = queries.unread_of(own, read_id=up_to) if own.unread_count else 0
        own.read_id = up_to
        db.session.flush()
        announce(events.ConversationRead(conversation.id, by.id, up_to))
    return own.unread_count


@operation
def clear(conversation: Conversation, *, by: Account) -> None:
    """Remove all that was said so far, for oneself alone; the other keeps it. A new message brings a new beginning."""
    between = _held(conversation, by)
    if between is None or between.own.latest_id == 0:
        return
    own = between.own
    own.cleared_id = own.read_id = own.latest_id
    own.latest_id = own.unread_count = 0
    db.session.flush()
    announce(events.ConversationMoved(conversation.id, by.id))


@operation
def move_to_main(conversation: Conversation, *, by: Account) -> None:
    """Take a conversation in from the strangers' box, without answering yet."""
    between = _held(conversation, by)
    if between is None or between.own.box == "main":
        return
    between.own.box = "main"
    db.session.flush()
    announce(events.ConversationMoved(conversation.id, by.id))


@operation
def accept_from(accepts: str, *, by: Account) -> None:
    """Choose whose first message one takes: `all` or `followed`. Raises NotChoosable."""
    if reason := rules.why_not_accept(accepts):
        raise NotChoosable(reason)
    if not insert_missing(MessageSetting, [{"account_id": by.id, "accepts": accepts}]):
        db.session.get_one(MessageSetting, by.id).accepts = accepts


def _held(conversation: Conversation, by: Account) -> Between | None:
    """The conversation, held; None for whoever is no member of it."""
    member: Participant | None = queries.member_or_none(conversation.id, by.id)
    return hold(by, member.other_id) if member else None
