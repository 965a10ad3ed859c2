"""Polls: what is asked, how it stands, what someone has chosen, who has voted."""

from collections.abc import Collection, Iterator

from sqlalchemy import ColumnElement, exists, false, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.posts.models import Ballot, Poll, PollOption, Post, Vote
from app.products.models import Product


def poll_or_none(post_id: int) -> Poll | None:
    """The poll of a post."""
    return db.session.get(Poll, post_id)


def polls_of(post_ids: Collection[int]) -> dict[int, tuple[Poll, int]]:
    """The polls of these posts, each with the id of its author, as they stand now."""
    query = select(Poll, Post.author_id).join(Post, Post.id == Poll.post_id).where(Poll.post_id.in_(post_ids))
    rows = db.session.execute(query.execution_options(populate_existing=True)) if post_ids else ()
    return {poll.post_id: (poll, author_id) for poll, author_id in rows}


def polls_as_seen(
    post_ids: Collection[int], viewer: Account | None
) -> dict[int, tuple[Poll, int, list[tuple[PollOption, bool]]]]:
    """The polls of these posts: each with the id of its author, and its options with what the viewer has chosen."""
    if not post_ids:
        return {}
    query = (
        select(Poll, Post.author_id, PollOption, _is_chosen(viewer))
        .join(Post, Post.id == Poll.post_id)
        .join(PollOption, PollOption.post_id == Poll.post_id)
        .where(Poll.post_id.in_(post_ids))
        .options(joinedload(PollOption.image), joinedload(PollOption.product).joinedload(Product.image))
        .order_by(Poll.post_id, PollOption.position)
        .execution_options(populate_existing=True)
    )
    found: dict[int, tuple[Poll, int, list[tuple[PollOption, bool]]]] = {}
    for poll, author_id, option, is_chosen in db.session.execute(query):
        found.setdefault(poll.post_id, (poll, author_id, []))[2].append((option, is_chosen))
    return found


def _is_chosen(viewer: Account | None) -> ColumnElement[bool]:
    if viewer is None:
        return false()
    own = (Vote.post_id == PollOption.post_id, Vote.position == PollOption.position, Vote.account_id == viewer.id)
    return exists().where(*own)


def options_of(post_ids: Collection[int]) -> dict[int, list[PollOption]]:
    """The options of each poll in their order, with their pictures and products."""
    query = (
        select(PollOption)
        .where(PollOption.post_id.in_(post_ids))
        .options(joinedload(PollOption.image), joinedload(PollOption.product).joinedload(Product.image))
        .order_by(PollOption.post_id, PollOption.position)
        .execution_options(populate_existing=True)
    )
    found: dict[int, list[PollOption]] = {}
    for option in db.session.scalars(query) if post_ids else ():
        found.setdefault(option.post_id, []).append(option)
    return found


def choices_of(account: Account | None, post_ids: Collection[int]) -> dict[int, set[int]]:
    """The positions that the account has chosen, by poll; a poll in which it has not voted is not there."""
    if account is None or not post_ids:
        return {}
    query = select(Vote.post_id, Vote.position).where(Vote.account_id == account.id, Vote.post_id.in_(post_ids))
    chosen: dict[int, set[int]] = {}
    for post_id, position in db.session.execute(query):
        chosen.setdefault(post_id, set()).add(position)
    return chosen


def voter_id_batches(post_id: int, *, size: int) -> Iterator[list[int]]:
    """Ids of all who have voted, in batches cut by key: the millionth costs what the first does."""
    query = select(Ballot.account_id).where(Ballot.post_id == post_id).order_by(Ballot.account_id).limit(size)
    last = 0
    while batch := list(db.session.scalars(query.where(Ballot.account_id > last))):
        yield batch
        if len(batch) < size:
            return
        last = batch[-1]
