"""What media does when others have announced something."""

from app.accounts.events import AccountClosed
from app.kernel.events import slow
from app.media import operations
from app.screening.events import ItemWithdrawn


@slow
def forget_account(event: AccountClosed) -> None:
    """Remove the pictures and videos of somebody who has closed her account, as far as they hang on nothing else."""
    while operations.forget(event.account_id):
        pass


def let_go_of_held(event: ItemWithdrawn) -> None:
    """At once: the files of what is not wanted any more are kept for nothing, and go with the next sweep."""
    operations.let_go_of_held(event.item_id)
