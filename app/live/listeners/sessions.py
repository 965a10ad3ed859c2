"""Pages of sessions that have ended."""

from app.accounts.events import PasswordChanged
from app.live import operations


def end_sessions(event: PasswordChanged) -> None:
    """Pages of ended sessions say so."""
    operations.end_sessions(event.account_id)
