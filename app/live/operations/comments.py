"""What open threads are told."""

from app.kernel.realtime import tell
from app.live import channels


def tell_comment(post_id: int, comment_id: int) -> None:
    """Tell open threads that a comment is there."""
    tell(channels.thread(post_id), "comment:new", post_id=str(post_id), id=str(comment_id))


def tell_waiting(post_id: int, comment_id: int, *, to: int) -> None:
    """Tell the pages of a post's author that a comment waits for her choice."""
    tell(channels.account(to), "comment:waiting", post_id=str(post_id), id=str(comment_id))


def tell_comment_deletion(post_id: int, comment_id: int) -> None:
    """Tell open threads that a comment is gone."""
    tell(channels.thread(post_id), "comment:deleted", post_id=str(post_id), id=str(comment_id))
