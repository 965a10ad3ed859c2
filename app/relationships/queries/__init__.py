"""Who follows, blocks and mutes whom, and who is in which group."""

from app.relationships.queries.edges import blocks_between, edges_between, is_following
from app.relationships.queries.groups import (
    fan_ids_in_group,
    group_members_page,
    group_or_404,
    group_or_none,
    groups_containing,
    groups_of,
    members_among,
    members_of,
    own_group_ids,
    own_groups_with,
)
from app.relationships.queries.people import (
    blocked_by_or_blocking,
    followee_ids,
    followees_of,
    follower_id_batches,
    muted_by,
    mutual_ids,
    mutuals_of,
    reposts_muted_by,
    specials_of,
    unseen_by,
)
from app.relationships.queries.recount import miscounts
from app.relationships.queries.rosters import (
    SHUT_OUT,
    fans_page,
    followed_named,
    following_page,
    shut_out_page,
    suggested_accounts,
)

__all__ = [
    "SHUT_OUT",
    "blocked_by_or_blocking",
    "blocks_between",
    "edges_between",
    "fan_ids_in_group",
    "fans_page",
    "followed_named",
    "followee_ids",
    "followees_of",
    "follower_id_batches",
    "following_page",
    "group_members_page",
    "group_or_404",
    "group_or_none",
    "groups_containing",
    "groups_of",
    "is_following",
    "members_among",
    "members_of",
    "miscounts",
    "muted_by",
    "mutual_ids",
    "mutuals_of",
    "own_group_ids",
    "own_groups_with",
    "reposts_muted_by",
    "shut_out_page",
    "specials_of",
    "suggested_accounts",
    "unseen_by",
]
