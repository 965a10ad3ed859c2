"""What the site tells everybody."""

from app.accounts import queries as accounts
from app.announcements.events import CharterPublished
from app.kernel import clock
from app.kernel.events import slow
from app.notifications import operations

_AT_ONCE = 500


@slow
def tell_about_charter(event: CharterPublished) -> None:
    """Everybody hears of new community rules, once a version, in batches."""
    version = str(event.version)
    for account_ids in accounts.active_id_batches(_AT_ONCE):
        about = {"key": version, "data": {"version": version}}
        operations.give_system("charter_published", to=account_ids, now=clock.now(), **about)
