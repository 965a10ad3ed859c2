"""What moderation does when somebody has left."""

from app.accounts.events import AccountClosed
from app.moderation import operations


def forget_account(event: AccountClosed) -> None:
    """Nothing that she said or showed is kept in cases and decisions any more."""
    operations.forget(event.account_id)
