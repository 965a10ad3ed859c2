"""A job on many accounts is worked off, step by step."""

import time

from app.kernel import clock
from app.kernel.database import db
from app.kernel.events import slow
from app.moderation import operations
from app.moderation.events import BulkStarted

_BREATH = 0.1  # seconds between two steps: pages are answered, and on SQLite whoever waits to write gets in between


@slow
def work_off_bulk(event: BulkStarted) -> None:
    """Go through the accounts until all are done, somebody cancels it, or this process is stopped: another goes on."""
    while operations.work_off_bulk(event.bulk_id, now=clock.now()):
        db.session.remove()
        time.sleep(_BREATH)
