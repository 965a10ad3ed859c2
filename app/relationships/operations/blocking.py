"""Block and unblock: mutual invisibility, whoever of the two asked for it."""

from datetime import datetime

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.relationships import events, rules
from app.relationships.models import Block
from app.relationships.operations.edges import end_follow, hold, put_in, take_away


class NotBlockable(Refusal):
    """This account cannot be blocked by this person."""


@operation
def block(account: Account, *, by: Account, now: datetime) -> None:
    """Neither sees the other from now on; follows between them end. Raises NotBlockable."""
    if reason := rules.why_not_block(account, by):
        raise NotBlockable(reason)
    hold(account, by)
    if not put_in(Block, id=ids.new_id(now), blocker_id=by.id, blocked_id=account.id, created_at=now):
        return
    for ended in (end_follow(by, account), end_follow(account, by)):
        if ended:
            announce(ended)
    announce(events.AccountBlocked(by.id, account.id))


@operation
def unblock(account: Account, *, by: Account, now: datetime) -> None:
    """Lift the block that `by` has put on the account; the follows that it ended do not come back."""
    if take_away(Block, blocker_id=by.id, blocked_id=account.id):
        announce(events.AccountUnblocked(by.id, account.id))
