"""What all open pages of one account are told."""

from collections.abc import Mapping

from app.kernel.realtime import empty, tell
from app.live import channels


def ring(account_id: int, unread: Mapping[str, int]) -> None:
    """Tell an account's pages how many notices are unread, altogether and of each kind."""
    tell(channels.account(account_id), "bell:count", unread=sum(unread.values()), kinds=dict(unread))


def renew_rooms(account_id: int) -> None:
    """Ask an account's pages to subscribe again: whom it follows has changed."""
    tell(channels.account(account_id), "relations:changed")


def reload_pages(account_id: int) -> None:
    """Ask an account's pages to load again, as it may see more or less now; they hear nothing more until they do."""
    tell(channels.account(account_id), "account:state")
    empty(channels.account(account_id))


def end_sessions(account_id: int) -> None:
    """Ask an account's pages to connect again: sessions have ended. They hear nothing more until they do."""
    tell(channels.account(account_id), "session:ended")
    empty(channels.account(account_id))
