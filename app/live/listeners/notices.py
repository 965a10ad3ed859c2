"""The bell."""

from app.live import operations
from app.notifications import queries as notifications
from app.notifications.events import NoticeGiven, NoticesChanged, NoticesRead


def ring_the_bell(event: NoticeGiven | NoticesRead) -> None:
    """The account's pages show the number of unread notices, altogether and of each kind."""
    operations.ring(event.account_id, notifications.unread_counts(event.account_id))


def ring_the_bells(event: NoticesChanged) -> None:
    """The same for several accounts."""
    for account_id in event.account_ids:
        operations.ring(account_id, notifications.unread_counts(account_id))
