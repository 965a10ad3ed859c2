"""Polls as the pages show them; the result is shown to who has voted, to the author, and to all when it is over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

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
    is_closed: bool
    has_voted: bool
    can_vote: bool
    shows_results: bool


def poll_views(post_ids: Collection[int], viewer: Account | None) -> dict[int, PollView]:
    """The polls of these posts, in three statements at most; whether the viewer may see a post is asked before."""
    polls = queries.polls_of(post_ids)
    options = queries.options_of(polls)
    chosen = queries.choices_of(viewer, polls)
    return {
        post_id: _view(poll, options.get(post_id, []), chosen.get(post_id, set()), author_id, viewer)
        for post_id, (poll, author_id) in polls.items()
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


def _view(poll: Poll, options: list[PollOption], chosen: set[int], author_id: int, viewer: Account | None) -> PollView:
    is_closed = clock.now() >= poll.closes_at
    votes = [option.vote_count for option in options]
    shares = percents(votes, of=sum(votes) if poll.most == 1 else poll.voter_count)
    return PollView(
        id=str(poll.post_id),
        options=[
            _option(option, share, option.position in chosen, leads=0 < option.vote_count == max(votes))
            for option, share in zip(options, shares, strict=True)
        ],
        voter_count=poll.voter_count,
        most=poll.most,
        closes_at=poll.closes_at,
        is_closed=is_closed,
        has_voted=bool(chosen),
        can_vote=viewer is not None and not is_closed and not chosen,
        shows_results=is_closed or bool(chosen) or (viewer is not None and viewer.id == author_id),
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
