"""Banning an account, and making it active again; its posts follow by posts.queries.visible_to."""

from datetime import datetime

from app.accounts import events
from app.accounts.models import Account
from app.kernel.events import announce
from app.kernel.transactions import locked, operation


@operation
def ban(account: Account, *, now: datetime) -> bool:
    """Show nothing of the account to others; whether that is new. Its sessions go on, and see its status alone.

    Of somebody who is leaving the ban is what remains: she leaves as a banned person, at the same moment.
    """
    row = locked(account)
    if row.state not in ("active", "closing"):
        return False
    row.state = "banned"
    announce(events.AccountBanned(row.id))
    return True


@operation
def unban(account: Account, *, now: datetime) -> bool:
    """Make a banned account what it was before; whether that is new."""
    row = locked(account)
    if row.state != "banned":
        return False
    row.state = "closing" if row.closes_at is not None else "active"
    announce(events.AccountUnbanned(row.id))
    return True
