"""Voting in a poll: one ballot an account, however often and from wherever it is sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, select, update

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.kernel.upserts import insert_missing
from app.posts import events, queries, rules
from app.posts.models import Ballot, Poll, PollOption, Post, Vote


class NotVotable(Refusal):
    """The vote does not count, and why."""


@operation
def vote(post: Post, *, by: Account, choices: Sequence[int], now: datetime) -> None:
    """Vote for the options at these positions; a vote is given once and stays.

    The same vote sent again changes nothing. Raises NotVotable.
    """
    wanted = sorted(set(choices))
    if queries.choices_of(by, [post.id]).get(post.id) == set(wanted):
        return
    if queries.post_or_none(post.id, viewer=by) is None:
        raise NotVotable(rules.POLL_OUT_OF_SIGHT)
    poll = queries.poll_or_none(post.id)
    positions = [option.position for option in queries.options_of([post.id]).get(post.id, [])]
    _unless(rules.why_not_vote(poll, wanted, positions=positions, now=now))
    if not insert_missing(Ballot, [{"post_id": post.id, "account_id": by.id, "created_at": now}]):
        same = queries.choices_of(by, [post.id]).get(post.id) == set(wanted)
        _unless(None if same else rules.VOTED_ALREADY)
        return
    db.session.execute(insert(Vote), [{"post_id": post.id, "position": one, "account_id": by.id} for one in wanted])
    _count(post.id, wanted)
    announce(events.PollVoted(post.id))


@operation
def bring_in_vote(post_id: int, *, by: Account, choices: Sequence[int], at: datetime) -> bool:
    """Count what somebody has chosen elsewhere before she came; whether it is new. Nobody is told."""
    wanted = sorted({option.position for option in queries.options_of([post_id]).get(post_id, [])} & set(choices))
    if not wanted or not insert_missing(Ballot, [{"post_id": post_id, "account_id": by.id, "created_at": at}]):
        return False
    db.session.execute(insert(Vote), [{"post_id": post_id, "position": one, "account_id": by.id} for one in wanted])
    _count(post_id, wanted)
    return True


@operation
def close_poll(post_id: int) -> None:
    """Say that the time of a poll is over, if the poll is still to be seen."""
    post = db.session.get(Post, post_id)
    if post is not None and not post.is_deleted:
        announce(events.PollClosed(post_id))


def _count(post_id: int, positions: list[int]) -> None:
    """One more for each option and for the poll; rows are taken in the order of the options, the poll at last."""
    here = PollOption.post_id == post_id
    held = select(PollOption.position).where(here, PollOption.position.in_(positions)).order_by(PollOption.position)
    chosen = PollOption.position.in_(held.with_for_update(key_share=True))
    counted = update(PollOption).where(here, chosen).values(vote_count=PollOption.vote_count + 1)
    voters = update(Poll).where(Poll.post_id == post_id).values(voter_count=Poll.voter_count + 1)
    for statement in (counted, voters):
        db.session.execute(statement.execution_options(synchronize_session=False))


def _unless(reason: Reason | None) -> None:
    if reason:
        raise NotVotable(reason)
