"""What every open page is told about a V."""

from app.kernel.realtime import tell
from app.live import channels


def tell_badge(account_id: int) -> None:
    """Tell every open page that an account has another V now, or none: it may stand anywhere."""
    tell(channels.EVERYONE, "account:badge", id=str(account_id))
