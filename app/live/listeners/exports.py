"""Whoever waits for her data hears how far it is."""

from app.live import operations
from app.portability.events import ExportMoved


def show_export(event: ExportMoved) -> None:
    """Pages that wait for an export ask how far it is."""
    operations.tell_export(event.account_id, event.export_id)
