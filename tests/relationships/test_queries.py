"""Who follows, blocks, mutes and may be meant."""

import itertools

import pytest
from sqlalchemy import select

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from app.relationships import presenters, queries


def _ids(query):
    return set(db.session.scalars(query))


def test_sets_of_ids_compose(app, alice, bob, carol, stranger, enemy, make_follow, make_block):
    make_follow(by=alice, of=bob)
    make_follow(by=alice, of=carol)
    make_follow(by=carol, of=alice)
    make_follow(by=stranger, of=alice)
    make_block(by=alice, of=stranger)
    assert _ids(queries.followees_of(alice.id)) == {bob.id, carol.id} == set(queries.followee_ids(alice.id))
    assert _ids(queries.mutuals_of(alice.id)) == {carol.id} == set(queries.mutual_ids(alice.id))
    assert _ids(queries.blocked_by_or_blocking(alice.id)) == {enemy.id, stranger.id}
    assert _ids(queries.blocked_by_or_blocking(enemy.id)) == {alice.id}
    seen = select(Account.id).where(Account.id.not_in(queries.blocked_by_or_blocking(alice.id)))
    assert _ids(seen) == {alice.id, bob.id, carol.id}


def test_followers_in_batches(app, bob, make_account, make_follow):
    fans = [make_account() for _ in range(5)]
    for fan in fans:
        make_follow(by=fan, of=bob)
    batches = list(queries.follower_id_batches(bob.id, size=2))
    assert [len(batch) for batch in batches] == [2, 2, 1]
    assert sorted(itertools.chain(*batches)) == sorted(fan.id for fan in fans)
    assert list(queries.follower_id_batches(fans[0].id, size=2)) == []


def test_relations_of_many_in_one_statement(app, alice, bob, carol, enemy, stranger, make_follow, budget):
    make_follow(by=alice, of=bob)
    make_follow(by=bob, of=alice)
    make_follow(by=carol, of=alice)
    with budget(1):
        views = presenters.relation_views(alice, [one.id for one in (alice, bob, carol, enemy, stranger)])
    assert views[alice.id] == presenters.RelationView(is_self=True)
    assert views[bob.id].is_mutual
    assert views[carol.id] == presenters.RelationView(followed_by=True)
    assert views[enemy.id] == presenters.RelationView(is_blocked=True)
    assert views[stranger.id] == presenters.RelationView()
    with budget(0):
        assert presenters.relation_views(None, [bob.id]) == {bob.id: presenters.RelationView()}


def test_lists_of_people_page_from_the_newest(app, frozen_clock, bob, make_account, make_follow):
    fans = [make_account() for _ in range(23)]
    for fan in fans:
        make_follow(by=fan, of=bob)
    first = queries.fans_page(bob, viewer=None, before=None)
    assert list(first.items) == fans[:2:-1]
    rest = queries.fans_page(bob, viewer=None, before=int(first.next_cursor))
    assert (list(rest.items), rest.next_cursor) == (fans[2::-1], None)


def test_lists_leave_out_whom_the_viewer_does_not_see(app, alice, bob, carol, enemy, make_follow):
    for fan in (carol, enemy):
        make_follow(by=fan, of=bob)
        make_follow(by=bob, of=fan)
    assert set(queries.fans_page(bob, viewer=alice, before=None).items) == {carol}
    assert set(queries.following_page(bob, viewer=alice, before=None).items) == {carol}
    assert set(queries.following_page(bob, viewer=None, before=None).items) == {carol, enemy}


def test_a_page_of_people_takes_two_statements(app, alice, bob, make_account, make_follow, budget):
    for _ in range(5):
        make_follow(by=make_account(), of=bob)
    db.session.expunge_all()
    with budget(2):
        page = queries.fans_page(bob, viewer=alice, before=None)
        assert len(presenters.person_views(page.items, alice)) == 5


@pytest.fixture
def tea_people(frozen_clock, alice, make_account, make_follow, make_block):
    names = {}
    for name, readers in {
        "所有人茶": 0,
        "茶众": 90,
        "茶粉": 5,
        "茶关注旧": 9,
        "茶关注新": 1,
        "茶互关": 0,
        "茶拉黑": 99,
    }.items():
        names[name] = make_account(nickname=name, follower_count=readers)
    for name in ("茶关注旧", "茶关注新", "茶互关"):
        make_follow(by=alice, of=names[name])
    for name in ("茶互关", "茶粉"):
        make_follow(by=names[name], of=alice)
    make_block(by=names["茶拉黑"], of=alice)
    return names


def test_suggestions_put_those_one_knows_first(app, alice, tea_people):
    found = queries.suggested_accounts("茶", viewer=alice, limit=8, now=clock.now())
    assert [account.nickname for account in found] == ["茶互关", "茶关注新", "茶关注旧", "茶粉", "茶众"]
    assert len(queries.suggested_accounts("茶", viewer=alice, limit=2, now=clock.now())) == 2


def test_an_empty_prefix_asks_for_people_one_knows(app, alice, tea_people, stranger):
    found = queries.suggested_accounts("", viewer=alice, limit=8, now=clock.now())
    assert [account.nickname for account in found] == ["茶互关", "茶关注新", "茶关注旧", "茶粉"]


def test_suggestions_by_handle_and_never_oneself(app, alice, bob):
    assert queries.suggested_accounts("BO", viewer=alice, limit=8, now=clock.now()) == [bob]
    assert queries.suggested_accounts("alice", viewer=alice, limit=8, now=clock.now()) == []
