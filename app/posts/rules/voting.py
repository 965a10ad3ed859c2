"""Who may vote in a poll, for what, and until when."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.posts.models import Poll

POLL_OUT_OF_SIGHT = Reason("not_visible", _l("This poll is not there any more."))
NO_POLL = Reason("no_poll", _l("There is nothing to vote on here."))
POLL_CLOSED = Reason("poll_closed", _l("This poll has closed. Votes no longer count."))
NOTHING_CHOSEN = Reason("nothing_chosen", _l("Choose something before you vote."))
TOO_MANY_CHOSEN = Reason("too_many_chosen", _l("That is more than can be chosen here."))
NO_SUCH_OPTION = Reason("no_such_option", _l("What you chose is not among the options."))
VOTED_ALREADY = Reason("voted_already", _l("You have voted already. A vote stays as it is."))


def why_not_vote(
    poll: Poll | None, choices: Sequence[int], *, positions: Sequence[int], now: datetime
) -> Reason | None:
    """Whether these of the options at `positions` may be chosen now."""
    if poll is None:
        return NO_POLL
    if now >= poll.closes_at:
        return POLL_CLOSED
    if not choices:
        return NOTHING_CHOSEN
    if set(choices) - set(positions):
        return NO_SUCH_OPTION
    return TOO_MANY_CHOSEN if len(choices) > poll.most else None
