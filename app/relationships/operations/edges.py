"""Edges are put in and taken away exactly once, whoever else does the same at this moment."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, delete, select, update

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import bump
from app.kernel.upserts import insert_missing
from app.relationships import events, queries
from app.relationships.models import Follow, Group, GroupMember


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
    key = model.__table__.primary_key.columns.values()[0]
    statement = delete(model).filter_by(**values).returning(key)
    return db.session.scalar(statement.execution_options(synchronize_session=False)) is not None


def end_follow(follower: Account, followee: Account) -> events.AccountUnfollowed | None:
    """Take a follow away and count it; the news to announce, if there was one. Groups hold followed people alone."""
    if not take_away(Follow, follower_id=follower.id, followee_id=followee.id):
        return None
    count_follow(follower, followee, -1)
    leave_groups(followee, queries.own_group_ids(follower.id), of=follower)
    return events.AccountUnfollowed(follower.id, followee.id)


def count_follow(follower: Account, followee: Account, by: int) -> None:
    """Both counters of a follow, the account with the lower id first."""
    counters = [(follower, "following_count"), (followee, "follower_count")]
    for account, column in sorted(counters, key=lambda counter: counter[0].id):
        bump(account, column, by)


def leave_groups(account: Account, group_ids: Select[int] | Collection[int], *, of: Account) -> None:
    """Take the account out of those groups, all of them groups of `of`; both accounts are held."""
    statement = (
        delete(GroupMember)
        .where(GroupMember.account_id == account.id, GroupMember.group_id.in_(group_ids))
        .returning(GroupMember.group_id)
        .execution_options(synchronize_session=False)
    )
    for group_id in sorted(db.session.scalars(statement)):
        count_member(group_id, -1)
        announce(events.GroupLeft(group_id, account.id, of.id))


def count_member(group_id: int, by: int) -> None:
    """Count who joins and leaves a group; whoever does it holds the owner, so that no two do it at once."""
    statement = update(Group).where(Group.id == group_id).values(member_count=Group.member_count + by)
    db.session.execute(statement.execution_options(synchronize_session=False))
