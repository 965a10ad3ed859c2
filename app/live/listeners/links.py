"""Composers hear of the links pasted into them."""

from app.live import operations
from app.products.events import LinkResolved


def show_link(event: LinkResolved) -> None:
    """Waiting composers hear what is behind a link."""
    operations.tell_link(event.link_id, event.status)
