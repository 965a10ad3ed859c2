"""What a person can do about another."""

from app.relationships.operations.blocking import NotBlockable, block, unblock
from app.relationships.operations.following import NotFollowable, follow, remove_fan, unfollow
from app.relationships.operations.muting import NotMutable, mute, unmute

__all__ = [
    "NotBlockable",
    "NotFollowable",
    "NotMutable",
    "block",
    "follow",
    "mute",
    "remove_fan",
    "unblock",
    "unfollow",
    "unmute",
]
