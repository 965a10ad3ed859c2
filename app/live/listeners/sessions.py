"""Pages of sessions that have ended, or that may see more or less now."""

from app.accounts.events import (
    AccountBanned,
    AccountClosed,
    AccountUnbanned,
    ClosingAsked,
    ClosingCancelled,
    LoggedOutByStaff,
    PasswordChanged,
    RoleChanged,
    SessionsEnded,
)
from app.live import operations


def end_sessions(event: LoggedOutByStaff | PasswordChanged | RoleChanged | SessionsEnded) -> None:
    """Pages of ended sessions say so."""
    operations.end_sessions(event.account_id)


def reload_pages(event: AccountBanned | AccountUnbanned | ClosingAsked | ClosingCancelled | AccountClosed) -> None:
    """Open pages of an account that is banned, or leaves, load again and find how things stand; or find all again."""
    operations.reload_pages(event.account_id)
