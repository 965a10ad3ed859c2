"""Polls as the pages show them; the result is shown to who has voted, to the author, and to all when it is over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import Account
from app.kernel import clock
from app.media.presenters import ImageView, image_view
from app.posts import queries
from app.posts.models import Poll, PollOption
from app.products.presenters import CardView, card_view


@dataclass(frozen=True, slots=True)
class OptionView:
    """One thing to choose; `percent` is of the votes where one can be chosen, of the voters where several can."""

    position: int
    text: str
    image: ImageView | None = None
    card: CardView | None = None
    votes: int = 0
    percent: int = 0
    chosen: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class PollView:
    """A poll as its viewer sees it; `shows_results`: only then may a page print votes and percents."""

    id: str
    options: list[OptionView]
    voter_count: int
    most: int
    closes_at: datetime
    time_left: str
    is_closed: bool
    has_voted: bool
    can_vote: bool
    shows_results: bool

    @property
    def has_pictures(self) -> bool:
        """Whether an option has a picture to be looked at."""
        return any(option.image for option in self.options)


def poll_views(post_ids: Collection[int], viewer: Account | None) -> dict[int, PollView]:
    """The polls of these posts, in one statement; whether the viewer may see a post is asked before."""
    return {
        post_id: _view(poll, dict(options), author_id, viewer)
        for post_id, (poll, author_id, options) in queries.polls_as_seen(post_ids, viewer).items()
    }


def percents(votes: Sequence[int], *, of: int) -> list[int]:
    """Each number as a percentage of `of`, rounded; shares of one whole (`of` is their sum) add up to 100.

    Largest remainders: what rounding down leaves over goes to those who lost most by it, the first ones first.
    """
    if of <= 0:
        return [0] * len(votes)
    if sum(votes) != of:
        return [(200 * number + of) // (2 * of) for number in votes]
    shares = [100 * number // of for number in votes]
    by_loss = sorted(range(len(votes)), key=lambda place: -(100 * votes[place] % of))
    for place in by_loss[: 100 - sum(shares)]:
        shares[place] += 1
    return shares


def _view(poll: Poll, options: dict[PollOption, bool], author_id: int, viewer: Account | None) -> PollView:
    left = poll.closes_at - clock.now()
    is_closed = left <= timedelta(0)
    votes = [option.vote_count for option in options]
    has_voted = any(options.values())
    shares = percents(votes, of=sum(votes) if poll.most == 1 else poll.voter_count)
    return PollView(
        id=str(poll.post_id),
        options=[
            _option(option, share, is_chosen, leads=0 < option.vote_count == max(votes))
            for (option, is_chosen), share in zip(options.items(), shares, strict=True)
        ],
        voter_count=poll.voter_count,
        most=poll.most,
        closes_at=poll.closes_at,
        time_left=_words_for(left),
        is_closed=is_closed,
        has_voted=has_voted,
        can_vote=viewer is not None and not is_closed and not has_voted,
        shows_results=is_closed or has_voted or (viewer is not None and viewer.id == author_id),
    )


def _option(option: PollOption, share: int, is_chosen: bool, *, leads: bool) -> OptionView:
    return OptionView(
        position=option.position,
        text=option.text,
        image=image_view(option.image, option.text) if option.image else None,
        card=card_view(option.product, post_id=option.post_id) if option.product else None,
        votes=option.vote_count,
        percent=share,
        chosen=is_chosen,
        leads=leads,
    )


def _words_for(left: timedelta) -> str:
    """还剩2天, 还剩3小时, 还剩5分钟: a part of the last unit counts as one, so that it never says nought."""
    if left <= timedelta(0):
        return str(_("closed"))
    if left > timedelta(days=1):
        return str(ngettext("%(num)s day left", "%(num)s days left", -(-left // timedelta(days=1))))
    if left > timedelta(hours=1):
        return str(ngettext("%(num)s hour left", "%(num)s hours left", -(-left // timedelta(hours=1))))
    return str(ngettext("%(num)s minute left", "%(num)s minutes left", -(-left // timedelta(minutes=1))))
