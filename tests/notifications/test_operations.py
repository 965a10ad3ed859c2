"""Giving and reading notices: grouped while unread, once per person and thing."""

import pytest

from app.kernel import clock
from app.kernel.database import db
from app.notifications import operations, queries
from app.notifications.events import NoticeGiven, NoticesRead
from app.notifications.models import Notice
from app.relationships.models import Mute


def give(kind, to, by, **about):
    operations.give(kind, to=[to.id], by=by.id, now=clock.now(), **about)


def notices_of(account, kind=None):
    return queries.notices_of(account, kind=kind, before=None).items


@pytest.fixture
def post(alice, make_post, frozen_clock):
    return make_post(by=alice)


def test_likes_of_one_post_grow_one_notice(alice, bob, carol, stranger, post, announced):
    for person in (bob, carol, stranger, bob):
        give("like", alice, person, post_id=post.id)
    (notice,) = notices_of(alice)
    assert (notice.actor_count, notice.kind, notice.post_id) == (3, "like", post.id)
    assert queries.newest_actors([notice.id], viewer=alice) == {notice.id: [stranger, carol, bob]}
    assert queries.unread_count(alice.id) == 1
    assert announced == [NoticeGiven(alice.id)] * 3


def test_other_things_and_kinds_are_notices_of_their_own(alice, bob, post, make_post):
    give("like", alice, bob, post_id=post.id)
    give("like", alice, bob, post_id=make_post(by=alice).id)
    give("repost", alice, bob, post_id=post.id)
    give("fan", alice, bob)
    assert queries.unread_count(alice.id) == 4
    assert [notice.kind for notice in notices_of(alice, "fan")] == ["fan"]


def test_the_notice_with_the_latest_news_stands_first(alice, bob, carol, post):
    give("like", alice, bob, post_id=post.id)
    give("fan", alice, bob)
    assert [notice.kind for notice in notices_of(alice)] == ["fan", "like"]
    give("like", alice, carol, post_id=post.id)
    assert [notice.kind for notice in notices_of(alice)] == ["like", "fan"]


def test_what_is_read_stays_and_later_news_opens_a_new_notice(alice, bob, carol, post, announced):
    give("like", alice, bob, post_id=post.id)
    operations.read_all(by=alice)
    operations.read_all(by=alice)
    assert queries.unread_count(alice.id) == 0
    assert announced[1:] == [NoticesRead(alice.id)]
    give("like", alice, carol, post_id=post.id)
    assert [(notice.actor_count, notice.is_unread) for notice in notices_of(alice)] == [(1, True), (1, False)]


def test_doing_it_again_after_it_was_read_is_no_news(alice, bob, post):
    give("like", alice, bob, post_id=post.id)
    operations.read_all(by=alice)
    give("like", alice, bob, post_id=post.id)
    assert queries.unread_count(alice.id) == 0


def test_nobody_hears_of_herself_across_a_block_or_of_whom_she_has_muted(alice, bob, enemy, post, announced):
    db.session.add(Mute(muter_id=alice.id, muted_id=bob.id, created_at=clock.now()))
    db.session.commit()
    for person in (alice, bob, enemy):
        give("like", alice, person, post_id=post.id)
    give("fan", enemy, alice)
    assert db.session.query(Notice).count() == 0
    assert announced == []


def test_pages_hold_each_notice_once(alice, bob, make_post, frozen_clock):
    for _ in range(45):
        give("like", alice, bob, post_id=make_post(by=alice).id)
    found, before = [], None
    while True:
        page = queries.notices_of(alice, kind=None, before=before)
        found += page.items
        if page.next_cursor is None:
            break
        before = int(page.next_cursor)
    assert len({notice.id for notice in found}) == len(found) == 45
