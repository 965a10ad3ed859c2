"""Taking a message back (撤回)."""

from datetime import datetime

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.messages import events, queries, rules
from app.messages.models import Message
from app.messages.operations.holding import hold


class NotTakenBack(Refusal):
    """The message stays."""


@operation
def take_back(message: Message, *, by: Account, now: datetime) -> None:
    """Empty a message for both, within TAKE_BACK_FOR; its place stays. Again changes nothing. Raises NotTakenBack."""
    if reason := rules.why_not_take_back(message, by=by, now=now):
        raise NotTakenBack(reason)
    member = queries.member_or_none(message.conversation_id, by.id)
    between = hold(by, member.other_id) if member else None
    db.session.refresh(message, ["taken_back_at", "taken_down_at"])
    if between is None or message.is_gone:
        return
    other = between.other
    if message.id > max(other.read_id, other.cleared_id):
        other.unread_count -= 1
    message.taken_back_at = now
    message.text, message.entities, message.label = "", [], ""
    message.image = message.product = message.post = None
    db.session.flush()
    announce(events.MessageTakenBack(message.id, message.conversation_id, by.id, other.account_id))
