"""Feeds as the pages show them."""

from dataclasses import dataclass

from app.posts.presenters import PostView


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One page of a feed: where it goes on, and the newest id for catching up."""

    posts: list[PostView]
    next_cursor: str | None
    newest_id: str = "0"
