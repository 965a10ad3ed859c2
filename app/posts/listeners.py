"""What posts do when something has happened to them."""

from app.posts import operations
from app.posts.events import PostDeleted


def clear_away_pictures(event: PostDeleted) -> None:
    """The files of a deleted post's pictures go, so that their addresses lead nowhere."""
    operations.clear_away_pictures(event.post_id)
