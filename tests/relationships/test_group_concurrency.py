"""Groups filled, emptied and made by many presses at the same moment: every count is exact, every limit holds."""

import functools

import pytest
from sqlalchemy import func, select

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from app.relationships import operations, queries, rules
from app.relationships.models import Group, GroupMember
from tests.support import makers
from tests.support.threads import at_once, committed

pytestmark = pytest.mark.real_commits


def _put_in(group_id, account_id, owner_id):
    group, account, owner = (
        db.session.get(model, key) for model, key in ((Group, group_id), (Account, account_id), (Account, owner_id))
    )
    operations.add_to_group(group, account, by=owner, now=clock.now())


def _let_go(account_id, owner_id):
    operations.unfollow(db.session.get(Account, account_id), by=db.session.get(Account, owner_id), now=clock.now())


def _make(name, owner_id):
    return operations.create_group(name, by=db.session.get(Account, owner_id), now=clock.now()).id


def test_people_join_while_they_are_unfollowed(app):
    with committed(app):
        owner = makers.make_account()
        group_id = operations.create_group("家人", by=owner, now=clock.now()).id
        people = [makers.make_account() for _ in range(10)]
        for person in people:
            makers.make_follow(by=owner, of=person)
        acts = []
        for person in people:
            acts += [functools.partial(_put_in, group_id, person.id, owner.id)] * 2
            acts.append(functools.partial(_let_go, person.id, owner.id))
        results = at_once(app, acts)
        assert {type(result) for result in results if result is not None} <= {operations.NotGroupable}
        db.session.rollback()
        db.session.expire_all()
        assert db.session.scalar(select(func.count()).select_from(GroupMember)) == 0
        assert queries.miscounts() == []


def test_twenty_groups_and_not_one_more(app):
    with committed(app):
        owner = makers.make_account()
        results = at_once(app, [functools.partial(_make, f"第{n % 25}组", owner.id) for n in range(30)])
        assert sum(isinstance(result, int) for result in results) == rules.GROUPS_MAX
        assert {type(result) for result in results} == {int, operations.NotGroupable}
        db.session.rollback()
        assert db.session.scalar(select(func.count()).select_from(Group)) == rules.GROUPS_MAX
        assert db.session.scalar(select(func.count(Group.name.distinct()))) == rules.GROUPS_MAX
