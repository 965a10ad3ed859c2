"""What posts do when something has happened to them."""

from app.kernel import clock
from app.kernel.events import remind
from app.posts import operations, queries
from app.posts.events import PollOpened, PostDeleted


def clear_away_pictures(event: PostDeleted) -> None:
    """The files of a deleted post's pictures go, so that their addresses lead nowhere."""
    operations.clear_away_pictures(event.post_id)


def close_poll(event: PollOpened) -> None:
    """Wait for the poll's last moment, then say that it is over."""
    poll = queries.poll_or_none(event.post_id)
    if poll is None:
        return
    if (now := clock.now()) < poll.closes_at:
        remind(event, close_poll, after=poll.closes_at - now, now=now)
    else:
        operations.close_poll(event.post_id)
