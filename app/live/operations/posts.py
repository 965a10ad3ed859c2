"""What pages are told on which a post is in sight."""

from app.kernel.realtime import empty, tell
from app.live import channels
from app.posts.models import Post


def tell_counts(post: Post) -> None:
    """Tell the pages on which a post is in sight how often it was passed on, commented and liked."""
    tell(
        channels.post(post.id),
        "post:counts",
        id=str(post.id),
        reposts=post.repost_count,
        comments=post.comment_count,
        likes=post.like_count,
    )


def tell_deletion(post_id: int, root_id: int) -> None:
    """Tell every open page that only the tombstone is left: the post may stand anywhere, as itself or quoted."""
    tell(channels.EVERYONE, "post:deleted", id=str(post_id), root_id=str(root_id))


def tell_restoration(post_id: int, root_id: int) -> None:
    """Tell every open page that a deleted post is back."""
    tell(channels.EVERYONE, "post:restored", id=str(post_id), root_id=str(root_id))


def turn_out_watchers(post_id: int) -> None:
    """Let nobody hear of the post any more who does not ask again and may still see it."""
    empty(channels.post(post_id))
    empty(channels.thread(post_id))


def tell_change(post: Post) -> None:
    """Tell every open page that the post looks different now, or is not for everybody any more."""
    tell(channels.EVERYONE, "post:changed", id=str(post.id), root_id=str(post.tree_id))
