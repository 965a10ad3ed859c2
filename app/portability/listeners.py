"""What exports do when something has happened."""

from app.accounts.events import AccountClosed
from app.kernel import clock
from app.kernel.events import slow
from app.portability import operations
from app.portability.events import ExportRequested


@slow
def gather_export(event: ExportRequested) -> None:
    """Put the file together; it reads for long and writes a large file, so it waits outside of any transaction."""
    operations.gather(event.export_id, now=clock.now())


@slow
def forget_account(event: AccountClosed) -> None:
    """Remove the exports of somebody who has closed her account."""
    while operations.forget(event.account_id):
        pass
