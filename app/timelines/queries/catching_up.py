"""Catching up with a feed: what has come since the newest post that one has."""

from datetime import timedelta

from app.kernel import ids

CATCH_UP = 100
# Posts of one moment may be delivered in another order than that of their ids: whoever catches up asks
# for a little more than is new to her and leaves out what she has.
OVERLAP = timedelta(seconds=90)


def a_little_before(post_id: int) -> int:
    """An id of a moment before the post."""
    return ids.floor_id(ids.moment_of(post_id) - OVERLAP) if post_id else 0
