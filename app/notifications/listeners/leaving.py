"""What the bells do when somebody leaves for good."""

from app.accounts.events import AccountClosed
from app.kernel.events import slow
from app.notifications import operations


@slow
def forget_account(event: AccountClosed) -> None:
    """Take somebody out of all bells who has closed her account, batch by batch."""
    while operations.forget(event.account_id):
        pass
