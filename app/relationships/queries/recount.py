"""Whether the counters of fans, followed people and groups agree with the rows they count."""

from typing import Any

from sqlalchemy import ColumnElement, func, select

from app.accounts.models import Account
from app.kernel.recounting import Miscount, differences
from app.relationships.models import Follow, Group, GroupMember


def miscounts() -> list[Miscount]:
    """Every counter of this domain that is wrong; an empty list is the only good answer."""
    follows = (("follower_count", Follow.followee_id), ("following_count", Follow.follower_id))
    wrong = [one for column, end in follows for one in differences(Account, column, _rows(end == Account.id, Account))]
    return wrong + differences(Group, "member_count", _rows(GroupMember.group_id == Group.id, Group))


def _rows(belongs: ColumnElement[bool], to: Any) -> ColumnElement[int]:
    return select(func.count()).where(belongs).correlate(to).scalar_subquery()
