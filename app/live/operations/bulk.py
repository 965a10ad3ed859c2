"""What staff is told of a job on many accounts."""

from app.kernel.realtime import tell
from app.live import channels
from app.moderation.models import BulkJob


def tell_bulk(account_id: int, job: BulkJob) -> None:
    """Tell an account's pages that a job has come further; how it looks, they ask."""
    tell(channels.account(account_id), "bulk:moved", id=str(job.id), state=job.state)
