"""What waiting composers are told."""

from app.kernel.realtime import tell
from app.live import channels


def tell_link(link_id: int, status: str) -> None:
    """Tell waiting composers what is behind a link."""
    tell(channels.link(link_id), "link:ready", id=str(link_id), status=status)
