"""What a person can do about another, and about her groups."""

from app.relationships.operations.blocking import NotBlockable, block, unblock
from app.relationships.operations.following import (
    NotFollowable,
    follow,
    mark_special,
    remove_fan,
    unfollow,
    unmark_special,
)
from app.relationships.operations.forgetting import forget
from app.relationships.operations.grouping import (
    NotGroupable,
    add_to_group,
    create_group,
    delete_group,
    move_group,
    put_into_groups,
    rename_group,
    take_out_of_group,
)
from app.relationships.operations.muting import NotMutable, mute, mute_reposts, unmute, unmute_reposts

__all__ = [
    "NotBlockable",
    "NotFollowable",
    "NotGroupable",
    "NotMutable",
    "add_to_group",
    "block",
    "create_group",
    "delete_group",
    "follow",
    "forget",
    "mark_special",
    "move_group",
    "mute",
    "mute_reposts",
    "put_into_groups",
    "remove_fan",
    "rename_group",
    "take_out_of_group",
    "unblock",
    "unfollow",
    "unmark_special",
    "unmute",
    "unmute_reposts",
]
