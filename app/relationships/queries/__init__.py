"""Who follows, blocks and mutes whom."""

from app.relationships.queries.edges import blocks_between, edges_between, is_following
from app.relationships.queries.people import (
    blocked_by_or_blocking,
    followee_ids,
    followees_of,
    follower_id_batches,
    muted_by,
    mutual_ids,
    mutuals_of,
)
from app.relationships.queries.recount import miscounts
from app.relationships.queries.rosters import fans_page, following_page, suggested_accounts

__all__ = [
    "blocked_by_or_blocking",
    "blocks_between",
    "edges_between",
    "fans_page",
    "followee_ids",
    "followees_of",
    "follower_id_batches",
    "following_page",
    "is_following",
    "miscounts",
    "muted_by",
    "mutual_ids",
    "mutuals_of",
    "suggested_accounts",
]
