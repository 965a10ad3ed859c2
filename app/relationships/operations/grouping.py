"""Groups (分组): made, named, ordered, filled and deleted by their owner; nobody in them is told.

Whoever changes groups holds their owner, so that limits, names and counts are exact.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, operation
from app.relationships import events, queries, rules
from app.relationships.models import Group, GroupMember
from app.relationships.operations.edges import count_member, hold, leave_groups


class NotGroupable(Refusal):
    """This cannot be done to the group."""


@operation
def create_group(name: str, *, by: Account, now: datetime) -> Group:
    """A new empty group, after those there are; raises NotGroupable."""
    hold(by, by)
    mine = queries.groups_of(by)
    if reason := rules.why_not_create_group(len(mine)):
        raise NotGroupable(reason)
    name = _name(name, mine)
    position = max((group.position for group in mine), default=-1) + 1
    return add(Group(id=ids.new_id(now), owner_id=by.id, name=name, position=position, member_count=0, created_at=now))


@operation
def rename_group(group: Group, *, name: str, by: Account) -> None:
    """Call a group of one's own something else; raises NotGroupable."""
    hold(by, by)
    group.name = _name(name, [one for one in queries.groups_of(by) if one.id != group.id])


@operation
def move_group(group: Group, *, up: bool, by: Account) -> None:
    """Let a group change places with the one above it (or below)."""
    hold(by, by)
    order = [one.id for one in queries.groups_of(by)]
    place = order.index(group.id)
    other = place - 1 if up else place + 1
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
    for position, group_id in enumerate(order):
        db.session.get_one(Group, group_id).position = position


@operation
def delete_group(group: Group, *, by: Account) -> None:
    """Take a group away; posts meant for it are seen by their author alone from now on."""
    hold(by, by)
    db.session.execute(delete(GroupMember).where(GroupMember.group_id == group.id))
    db.session.execute(delete(Group).where(Group.id == group.id, Group.owner_id == by.id))
    announce(events.GroupDeleted(group.id, by.id))


@operation
def put_into_groups(
    account: Account, group_ids: Collection[int], *, by: Account, now: datetime, also_new: str = ""
) -> None:
    """Let the account be in these groups of `by` and in no other one, but for a new one of that name.

    Raises NotGroupable, and then nothing has changed.
    """
    hold(by, account)
    if also_new.strip():
        group_ids = {*group_ids, create_group(also_new, by=by, now=now).id}
    leave_groups(account, queries.own_group_ids(by.id).where(Group.id.not_in(group_ids)), of=by)
    _join(account, group_ids, by, now)


@operation
def add_to_group(group: Group, account: Account, *, by: Account, now: datetime) -> None:
    """Put the account into one group of `by`; raises NotGroupable."""
    hold(by, account)
    _join(account, [group.id], by, now)


@operation
def take_out_of_group(group: Group, account: Account, *, by: Account) -> None:
    """Take the account out of one group of `by`."""
    hold(by, account)
    leave_groups(account, [group.id], of=by)


def _name(name: str, others: Collection[Group]) -> str:
    name = " ".join(name.split())
    is_taken = name.casefold() in {group.name.casefold() for group in others}
    if reason := rules.why_not_name_group(name, is_taken=is_taken):
        raise NotGroupable(reason)
    return name


def _join(account: Account, group_ids: Collection[int], by: Account, now: datetime) -> None:
    follows = queries.is_following(by.id, account.id)
    present = queries.own_groups_with(account, owner=by)
    for group in queries.groups_of(by):
        if group.id not in group_ids or group.id in present:
            continue
        if reason := rules.why_not_join_group(group, follows=follows):
            raise NotGroupable(reason)
        add(GroupMember(id=ids.new_id(now), group_id=group.id, account_id=account.id, created_at=now))
        count_member(group.id, 1)
        announce(events.GroupJoined(group.id, account.id, by.id))
