"""What relationships do when others have announced something."""

from app.accounts.events import AccountClosed
from app.kernel.events import slow
from app.relationships import operations


@slow
def forget_account(event: AccountClosed) -> None:
    """End all that stands between others and somebody who has closed her account, batch by batch."""
    while operations.forget(event.account_id):
        pass
