"""What the bells do when somebody takes her data along, or leaves for good."""

from app.accounts.events import AccountClosed
from app.kernel import clock
from app.kernel.events import slow
from app.notifications import operations
from app.portability.events import ExportReady


def tell_export_is_ready(event: ExportReady) -> None:
    """Who has asked for her data hears that it can be fetched."""
    operations.give_system("export_ready", to=[event.account_id], now=clock.now(), key=str(event.export_id))


@slow
def forget_account(event: AccountClosed) -> None:
    """Take somebody out of all bells who has closed her account, batch by batch."""
    while operations.forget(event.account_id):
        pass
