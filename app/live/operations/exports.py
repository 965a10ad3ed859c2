"""What somebody is told who waits for her data."""

from app.kernel.realtime import tell
from app.live import channels


def tell_export(account_id: int, export_id: int) -> None:
    """Tell an account's pages that an export has come further."""
    tell(channels.account(account_id), "export:moved", id=str(export_id))
