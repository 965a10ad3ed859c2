"""A job on many accounts has come further."""

from app.live import operations
from app.moderation import queries as moderation
from app.moderation.events import BulkMoved


def show_bulk(event: BulkMoved) -> None:
    """The pages of whoever began the job, or takes it back, hear how far it is."""
    job = moderation.bulk_or_none(event.bulk_id)
    if job is not None:
        for account_id in {job.by_id, job.values.get("undo_by", job.by_id)}:
            operations.tell_bulk(account_id, job)
