"""Pages of sessions that have ended, or that may see less now."""

from app.accounts.events import AccountBanned, AccountClosed, AccountUnbanned, PasswordChanged
from app.live import operations


def end_sessions(event: PasswordChanged | AccountBanned | AccountUnbanned | AccountClosed) -> None:
    """Pages of ended sessions say so; those of a banned account load again, and find its status."""
    operations.end_sessions(event.account_id)
