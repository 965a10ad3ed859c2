"""What stands in which feed, and what does not."""

import pytest

from app.kernel import clock
from app.kernel.transactions import add, operation
from app.relationships.models import Block, Mute
from app.timelines import operations, queries


@pytest.fixture
def deliver(make_post):
    def to(reader, *, by, **values):
        post = make_post(by=by, **values)
        operations.deliver(post.id, by.id, to=[reader.id])
        return post

    return to


def home(viewer, before=None):
    return [post.id for post in queries.home_feed(viewer, before=before).items]


@operation
def put(row):
    return add(row)


@operation
def put_counts(accounts):
    for account in accounts:
        account.post_count = 1


def test_newest_first_in_pages_that_neither_repeat_nor_skip(alice, deliver):
    ids = [deliver(alice, by=alice).id for _ in range(45)][::-1]
    seen, before = [], None
    while True:
        page = queries.home_feed(alice, before=before)
        seen += [post.id for post in page.items]
        if page.next_cursor is None:
            break
        before = int(page.next_cursor)
    assert seen == ids


def test_whoever_is_no_longer_followed_is_gone_at_once(alice, bob, deliver):
    deliver(alice, by=bob)
    assert home(alice) == []


def test_muted_and_blocked_people_are_not_met(alice, bob, carol, deliver, make_follow):
    for author in (bob, carol):
        make_follow(by=alice, of=author)
        deliver(alice, by=author)
    put(Mute(muter_id=alice.id, muted_id=bob.id, created_at=clock.now()))
    put(Block(blocker_id=carol.id, blocked_id=alice.id, created_at=clock.now()))
    assert home(alice) == []


@pytest.mark.parametrize(
    ("audience", "is_seen"), [("public", True), ("fans", True), ("mutuals", False), ("self", False)]
)
def test_audiences_hold_in_the_home_feed(alice, bob, deliver, make_follow, audience, is_seen):
    make_follow(by=alice, of=bob)
    post = deliver(alice, by=bob, audience=audience)
    assert (post.id in home(alice)) is is_seen


def test_catching_up_brings_what_came_since_and_late_arrivals(alice, deliver, make_post, frozen_clock):
    late = make_post(by=alice)
    known = deliver(alice, by=alice)
    operations.deliver(late.id, alice.id, to=[alice.id])
    new = deliver(alice, by=alice)
    assert [post.id for post in queries.home_news(alice, since=known.id).items] == [new.id, late.id]


def test_catching_up_does_not_go_back_to_the_beginning(alice, deliver, frozen_clock):
    deliver(alice, by=alice)
    frozen_clock.forward(hours=1)
    known = deliver(alice, by=alice)
    assert queries.home_news(alice, since=known.id).items == []


def test_the_public_feed_shows_public_originals(alice, bob, make_post, make_repost):
    post = make_post(by=bob)
    make_post(by=bob, audience="fans")
    make_repost(post, by=alice)
    assert [one.id for one in queries.public_feed(alice, before=None).items] == [post.id]
    assert [one.id for one in queries.public_feed(None, before=None).items] == [post.id]


def test_profile_tabs(alice, bob, make_post, make_repost):
    original, other = make_post(by=alice), make_post(by=bob)
    repost = make_repost(other, by=alice)

    def ids(tab):
        return [post.id for post in queries.profile_feed(alice, viewer=bob, tab=tab, before=None).items]

    assert ids("all") == [repost.id, original.id]
    assert ids("original") == [original.id]
    assert ids("images") == []


def test_people_worth_following_are_not_yet_followed(alice, bob, carol, enemy, make_follow, make_post):
    put_counts([alice, bob, carol, enemy])
    make_follow(by=alice, of=carol)
    assert [account.id for account, _ in queries.worth_following(alice, limit=5, now=clock.now())] == [bob.id]
