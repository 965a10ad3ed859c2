"""The bell."""

from app.live import operations
from app.notifications import queries as notifications
from app.notifications.events import NoticeGiven, NoticesRead


def ring_the_bell(event: NoticeGiven | NoticesRead) -> None:
    """The account's pages show the number of unread notices."""
    operations.ring(event.account_id, notifications.unread_count(event.account_id))
