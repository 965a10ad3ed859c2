"""Ending all that stands between others and somebody who has closed her account."""

from sqlalchemy import delete, or_, select

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.transactions import operation
from app.relationships.models import Block, Follow, Group, GroupMember, Mute, RepostMute
from app.relationships.operations.edges import count_follow, count_member, hold

AT_ONCE = 100


@operation
def forget(account_id: int) -> bool:
    """End some of it, counters exact; whether there may be more. Again it finds nothing. Nobody is told."""
    return _leave_groups(account_id) or _end_follows(account_id) or _remove_small_things(account_id)


def _leave_groups(account_id: int) -> bool:
    """The groups of others; whoever changes groups holds their owner."""
    query = (
        select(GroupMember.id, Group.id, Group.owner_id)
        .join(Group, Group.id == GroupMember.group_id)
        .where(GroupMember.account_id == account_id)
        .order_by(Group.owner_id)
        .limit(AT_ONCE)
    )
    rows = db.session.execute(query).all()
    for member_id, group_id, owner_id in rows:
        owner = db.session.get_one(Account, owner_id)
        hold(owner, owner)
        gone = delete(GroupMember).where(GroupMember.id == member_id).returning(GroupMember.id)
        if db.session.scalar(gone.execution_options(synchronize_session=False)) is not None:
            count_member(group_id, -1)
    return bool(rows)


def _end_follows(account_id: int) -> bool:
    query = select(Follow).where(or_(Follow.follower_id == account_id, Follow.followee_id == account_id))
    follows = db.session.scalars(query.order_by(Follow.id).limit(AT_ONCE)).all()
    others = {follow.follower_id for follow in follows} | {follow.followee_id for follow in follows}
    people = db.session.scalars(
        select(Account).where(Account.id.in_(others)).order_by(Account.id).with_for_update(key_share=True)
    )
    held = {account.id: account for account in people}
    for follow in follows:
        gone = delete(Follow).where(Follow.id == follow.id).returning(Follow.id)
        if db.session.scalar(gone.execution_options(synchronize_session=False)) is not None:
            count_follow(held[follow.follower_id], held[follow.followee_id], -1)
    return bool(follows)


def _remove_small_things(account_id: int) -> bool:
    """Her own groups go with whoever is in them; posts for them are gone or shown to nobody."""
    for model, one, other in (
        (Block, Block.blocker_id, Block.blocked_id),
        (Mute, Mute.muter_id, Mute.muted_id),
        (RepostMute, RepostMute.muter_id, RepostMute.muted_id),
    ):
        db.session.execute(delete(model).where(or_(one == account_id, other == account_id)))
    db.session.execute(delete(Group).where(Group.owner_id == account_id))
    return False
