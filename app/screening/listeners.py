"""What screening does when something has happened."""

from app.kernel import clock
from app.kernel.events import remind
from app.screening import operations
from app.screening.events import LimitImposed


def wait_for_end(event: LimitImposed) -> None:
    """Wait for the end of a limit, then say that it is over."""
    now = clock.now()
    if ends_at := operations.note_end(event.limit_id, now=now):
        remind(event, wait_for_end, after=ends_at - now, now=now)
