"""What open threads are told."""

from collections.abc import Iterable

from app.kernel.realtime import tell
from app.live import channels


def tell_comment(post_id: int, comment_id: int) -> None:
    """Tell open threads that a comment is there."""
    tell(channels.thread(post_id), "comment:new", post_id=str(post_id), id=str(comment_id))


def tell_waiting(post_id: int, comment_id: int, *, to: int) -> None:
    """Tell the pages of a post's author that a comment waits for her choice."""
    tell(channels.account(to), "comment:waiting", post_id=str(post_id), id=str(comment_id))


def tell_comment_deletion(post_id: int, comment_id: int, *, to: Iterable[int] | None = None) -> None:
    """Tell open threads that a comment is gone; `to` lists who was shown it where that was not everyone."""
    rooms = [channels.thread(post_id)] if to is None else [channels.account(one) for one in to]
    for room in rooms:
        tell(room, "comment:deleted", post_id=str(post_id), id=str(comment_id))
