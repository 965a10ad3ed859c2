"""What the open pages of staff are told."""

from app.kernel.realtime import tell
from app.live import channels


def tell_queues(counts: dict[str, int]) -> None:
    """Tell pages of staff how much waits in each queue, by its name."""
    tell(channels.STAFF, "admin:changed", queues=counts)
