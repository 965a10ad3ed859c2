"""Many people act at the same moment; every edge is there once and every counter is exact."""

import functools

import pytest
from sqlalchemy import func, select

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from app.relationships import operations
from app.relationships.models import Block, Follow
from tests.support import makers
from tests.support.threads import at_once, committed

pytestmark = pytest.mark.real_commits


def _act(act, by_id, of_id):
    account, by = db.session.get(Account, of_id), db.session.get(Account, by_id)
    act(account, by=by, now=clock.now())


def _all_at_once(app, acts):
    results = at_once(app, [functools.partial(_act, *act) for act in acts])
    assert [result for result in results if result is not None] == []
    db.session.rollback()
    db.session.expire_all()


def _follows():
    return db.session.scalar(select(func.count()).select_from(Follow))


def _counters():
    return {
        account.id: (account.following_count, account.follower_count) for account in db.session.scalars(select(Account))
    }


def test_fifty_people_follow_one(app):
    with committed(app):
        star = makers.make_account().id
        fans = [makers.make_account().id for _ in range(50)]
        _all_at_once(app, [(operations.follow, fan, star) for fan in fans])
        assert _follows() == 50
        assert _counters() == {star: (0, 50)} | dict.fromkeys(fans, (1, 0))


def test_one_person_follows_fifty_times(app):
    with committed(app):
        star, fan = makers.make_account().id, makers.make_account().id
        _all_at_once(app, [(operations.follow, fan, star)] * 50)
        assert _follows() == 1
        assert _counters() == {star: (0, 1), fan: (1, 0)}


def test_two_follow_each_other_and_think_again(app):
    with committed(app):
        one, other = makers.make_account().id, makers.make_account().id
        both = [(operations.follow, one, other), (operations.follow, other, one)]
        thinking = [(operations.unfollow, one, other), (operations.remove_fan, one, other)]
        _all_at_once(app, (both + thinking) * 6)
        edges = {(follow.follower_id, follow.followee_id) for follow in db.session.scalars(select(Follow))}
        expected = {
            person: (sum(edge[0] == person for edge in edges), sum(edge[1] == person for edge in edges))
            for person in (one, other)
        }
        assert _counters() == expected


def test_a_block_and_follows_at_the_same_moment(app):
    with committed(app):
        one, other = makers.make_account().id, makers.make_account().id
        acts = [(operations.follow, one, other), (operations.follow, other, one)] * 8 + [(operations.block, one, other)]
        results = at_once(app, [functools.partial(_act, *act) for act in acts])
        assert {type(result) for result in results if result is not None} <= {operations.NotFollowable}
        db.session.rollback()
        db.session.expire_all()
        assert db.session.scalar(select(func.count()).select_from(Block)) == 1
        assert _follows() == 0
        assert set(_counters().values()) == {(0, 0)}


def test_ten_people_want_the_same_name(app):
    from app.accounts import operations as accounts

    def sign_up(number):
        return accounts.open_account(
            handle="wanted", nickname=f"想要{number}", email=f"w{number}@example.com",
            password="correct horse", now=clock.now(),
        )  # fmt: skip

    with committed(app):
        results = at_once(app, [functools.partial(sign_up, number) for number in range(10)])
        assert sum(isinstance(result, Account) for result in results) == 1
        assert {type(result) for result in results} == {Account, accounts.NotOpened}
        assert db.session.scalar(select(func.count()).select_from(Account)) == 1
