"""What verification does when others have announced something, and by the clock."""

from app.accounts.events import AccountClosed
from app.kernel import clock
from app.verification import operations


def forget_account(event: AccountClosed) -> None:
    """Papers, applications and the verification of whoever has left are gone."""
    operations.forget(event.account_id, now=clock.now())
