"""Edges are put in and taken away exactly once, whoever else does the same at this moment."""

from typing import Any

from sqlalchemy import delete, select

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.transactions import bump
from app.kernel.upserts import insert_missing
from app.relationships import events
from app.relationships.models import Follow


def hold(one: Account, other: Account) -> None:
    """Let nobody else change what stands between the two, nor their counters, until the act ends.

    Without it a follow and a block at the same moment could both succeed. Always in the order of ids.
    """
    both = select(Account.id).where(Account.id.in_({one.id, other.id})).order_by(Account.id)
    # `FOR NO KEY UPDATE`: rows that merely point to the accounts may still be written.
    db.session.execute(both.with_for_update(key_share=True)).all()


def put_in(model: type[Any], **values: Any) -> bool:
    """Insert an edge; False when it was there already."""
    return insert_missing(model, [values]) == 1


def take_away(model: type[Any], **values: Any) -> bool:
    """Delete an edge; False when there was none."""
    statement = delete(model).filter_by(**values).returning(model.id)
    return db.session.scalar(statement.execution_options(synchronize_session=False)) is not None


def end_follow(follower: Account, followee: Account) -> events.AccountUnfollowed | None:
    """Take a follow away and count it; the news to announce, if there was one."""
    if not take_away(Follow, follower_id=follower.id, followee_id=followee.id):
        return None
    count_follow(follower, followee, -1)
    return events.AccountUnfollowed(follower.id, followee.id)


def count_follow(follower: Account, followee: Account, by: int) -> None:
    """Both counters of a follow, the account with the lower id first."""
    counters = [(follower, "following_count"), (followee, "follower_count")]
    for account, column in sorted(counters, key=lambda counter: counter[0].id):
        bump(account, column, by)
