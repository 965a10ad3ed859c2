"""Groups and who is in them."""

from collections.abc import Collection

from flask import abort
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, mapped, newest_first
from app.relationships.models import Follow, Group, GroupMember
from app.relationships.queries.people import unseen_by


def groups_of(account: Account) -> list[Group]:
    """The account's own groups in their order (rules.GROUPS_MAX at most)."""
    query = select(Group).where(Group.owner_id == account.id).order_by(Group.position, Group.id)
    return list(db.session.scalars(query.execution_options(populate_existing=True)))


def group_or_404(group_id: int, owner: Account) -> Group:
    """A group of the owner's, or the answer 404: nobody learns of the groups of others."""
    return group_or_none(group_id, owner) or abort(404)


def group_or_none(group_id: int, owner: Account) -> Group | None:
    """A group of the owner's."""
    return db.session.scalar(select(Group).where(Group.id == group_id, Group.owner_id == owner.id))


def own_group_ids(owner_id: int) -> Select[int]:
    """Ids of the owner's groups."""
    return select(Group.id).where(Group.owner_id == owner_id)


def groups_containing(viewer_id: int) -> Select[int]:
    """Ids of the groups, of whomever, that the viewer is in."""
    return select(GroupMember.group_id).where(GroupMember.account_id == viewer_id)


def members_of(group_id: int) -> Select[int]:
    """Ids of the accounts in a group."""
    return select(GroupMember.account_id).where(GroupMember.group_id == group_id)


def fan_ids_in_group(group_id: int, owner_id: int) -> list[int]:
    """Ids of those in a group who follow its owner (rules.GROUP_MEMBERS_MAX at most)."""
    fans = select(Follow.follower_id).where(Follow.followee_id == owner_id)
    return list(db.session.scalars(members_of(group_id).where(GroupMember.account_id.in_(fans))))


def group_members_page(group: Group, *, before: int | None) -> Page[Account]:
    """Who is in a group, the last one put in first."""
    query = (
        select(GroupMember)
        .where(GroupMember.group_id == group.id, GroupMember.account_id.not_in(unseen_by(group.owner_id)))
        .options(joinedload(GroupMember.account, innerjoin=True))
    )
    page = newest_first(query, GroupMember.id, before=before)
    return mapped(page, lambda rows: [row.account for row in rows])


def members_among(group_id: int, account_ids: Collection[int]) -> set[int]:
    """Which of the accounts are in a group."""
    return set(db.session.scalars(members_of(group_id).where(GroupMember.account_id.in_(account_ids))))


def own_groups_with(account: Account, *, owner: Account) -> set[int]:
    """Ids of those groups of the owner that the account is in."""
    query = groups_containing(account.id).where(GroupMember.group_id.in_(own_group_ids(owner.id)))
    return set(db.session.scalars(query))
