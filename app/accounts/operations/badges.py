"""The V on an avatar: decided elsewhere (verification), kept with the account."""

from datetime import datetime

from app.accounts import events
from app.accounts.models import BADGES, Account
from app.kernel.events import announce
from app.kernel.transactions import locked, operation


@operation
def set_badge(account: Account, *, kind: str, reason: str, now: datetime) -> None:
    """Put on another V, with the line that says what is verified; kind '' takes it away. Announces BadgeChanged."""
    if kind not in BADGES:
        raise ValueError(f"there is no badge {kind!r}")
    row = locked(account)
    reason = reason if kind else ""
    if (row.badge, row.badge_reason) == (kind, reason):
        return
    row.badge, row.badge_reason = kind, reason
    announce(events.BadgeChanged(row.id))
