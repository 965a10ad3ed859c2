"""The V of an account, on every open page."""

from app.accounts.events import BadgeChanged
from app.live import operations


def show_badge(event: BadgeChanged) -> None:
    """Pages on which the account stands fetch its V and its line anew."""
    operations.tell_badge(event.account_id)
