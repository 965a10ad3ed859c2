"""What pages are told on which a poll is in sight."""

from collections.abc import Sequence

from app.kernel.realtime import tell
from app.live import channels
from app.posts.models import Poll, PollOption


def tell_votes(poll: Poll, options: Sequence[PollOption]) -> None:
    """Tell how often each option was chosen, in their order; pages that show no result yet keep it to themselves."""
    votes = [option.vote_count for option in options]
    tell(channels.post(poll.post_id), "poll:counts", id=str(poll.post_id), votes=votes, voters=poll.voter_count)
