"""Who hears of whom, after a follow, a block or a mute."""

from app.live import operations
from app.relationships.events import AccountBlocked, AccountFollowed, AccountMuted, AccountUnfollowed, AccountUnmuted


def renew_rooms(event: AccountFollowed | AccountUnfollowed) -> None:
    """The follower's pages listen to the right people from now on."""
    operations.renew_rooms(event.follower_id)


def renew_rooms_of_both(event: AccountBlocked) -> None:
    """Neither hears of the other any more."""
    operations.renew_rooms(event.blocker_id)
    operations.renew_rooms(event.blocked_id)


def renew_rooms_of_muter(event: AccountMuted | AccountUnmuted) -> None:
    """Pages of the muter no longer hear of the muted, or hear again."""
    operations.renew_rooms(event.muter_id)
