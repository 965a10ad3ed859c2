"""What is undone before it was read is no news any more; what was read stays."""

import pytest

from app.engagement import operations as engagement
from app.kernel import clock
from app.kernel.database import db
from app.notifications import operations, presenters, queries
from app.notifications.models import Notice, NoticeActor
from app.posts import operations as posts
from app.relationships import operations as relationships


@pytest.fixture
def post(bob, make_post, frozen_clock):
    return make_post(by=bob)


@pytest.fixture
def unread(work_off):
    """How many notices of each kind an account has to read, without the kinds it has none of."""

    def count(account):
        work_off()
        return {kind: number for kind, number in queries.unread_counts(account.id).items() if number}

    return count


def like(post, by):
    engagement.like(post, by=by, now=clock.now())


def unlike(post, by):
    engagement.unlike(post, by=by)


def views(account):
    return presenters.notice_page(account, kind=None, before=None).items


def test_a_like_taken_back_leaves_the_others(alice, bob, carol, post, unread):
    for person in (alice, carol):
        like(post, person)
    assert unread(bob) == {"like": 1}
    latest = db.session.query(Notice).one().latest_id
    unlike(post, carol)
    assert unread(bob) == {"like": 1}
    (view,) = views(bob)
    assert ([actor.nickname for actor in view.actors], view.actor_count) == (["爱丽丝"], 1)
    assert db.session.query(Notice).one().latest_id < latest
    unlike(post, alice)
    assert unread(bob) == {}
    assert db.session.query(Notice).count() == db.session.query(NoticeActor).count() == 0


def test_a_like_that_was_read_stays(alice, bob, post, unread):
    like(post, alice)
    assert unread(bob) == {"like": 1}
    operations.read(by=bob)
    unlike(post, alice)
    assert unread(bob) == {}
    assert len(views(bob)) == 1


def test_what_was_undone_before_the_bell_heard_of_it_is_not_told(alice, bob, post, unread):
    like(post, alice)
    unlike(post, alice)
    relationships.follow(bob, by=alice, now=clock.now())
    relationships.unfollow(bob, by=alice, now=clock.now())
    assert unread(bob) == {}


def test_a_comment_like_and_a_fan(alice, bob, post, unread):
    comment = engagement.comment(post, by=bob, text="沙发", now=clock.now())
    engagement.like_comment(comment, by=alice, now=clock.now())
    relationships.follow(bob, by=alice, now=clock.now())
    assert unread(bob) == {"like": 1, "fan": 1}
    engagement.unlike_comment(comment, by=alice)
    relationships.unfollow(bob, by=alice, now=clock.now())
    assert unread(bob) == {}


def test_a_deleted_comment(alice, bob, carol, post, unread):
    comment = engagement.comment(post, by=alice, text="@卡萝 看", now=clock.now())
    engagement.comment(post, by=alice, text="还有", now=clock.now())
    assert (unread(bob), unread(carol)) == ({"comment": 2}, {"mention": 1})
    engagement.delete_comment(comment, by=alice, now=clock.now())
    assert (unread(bob), unread(carol)) == ({"comment": 1}, {})


def test_a_deleted_repost_until_it_is_brought_back(alice, bob, carol, post, unread):
    repost = posts.repost(post, by=alice, text="@卡萝 看", now=clock.now())
    assert (unread(bob), unread(carol)) == ({"repost": 1}, {"mention": 1})
    posts.delete(repost, by=alice, now=clock.now())
    assert (unread(bob), unread(carol)) == ({}, {})
    posts.restore(repost, by=alice, now=clock.now())
    assert (unread(bob), unread(carol)) == ({"repost": 1}, {"mention": 1})


def test_another_repost_of_the_same_post_still_counts(alice, bob, post, unread):
    first = posts.repost(post, by=alice, text="好", now=clock.now())
    posts.repost(post, by=alice, text="真好", now=clock.now())
    posts.delete(first, by=alice, now=clock.now())
    assert unread(bob) == {"repost": 1}


def test_a_post_that_is_gone_for_good(alice, bob, carol, post, unread, frozen_clock):
    like(post, alice)
    named = posts.publish(by=alice, text="@鲍勃大V 看", now=clock.now())
    assert unread(bob) == {"like": 1, "mention": 1}
    posts.delete(named, by=alice, now=clock.now())
    frozen_clock.forward(minutes=1)
    assert unread(bob) == {"like": 1}
    assert db.session.query(Notice).filter_by(post_id=named.id).count() == 0


def test_two_who_are_parted_have_nothing_to_read_of_each_other(alice, bob, carol, post, unread):
    like(post, alice)
    like(post, carol)
    engagement.comment(post, by=alice, text="哼", now=clock.now())
    assert unread(bob) == {"like": 1, "comment": 1}
    relationships.block(alice, by=bob, now=clock.now())
    assert unread(bob) == {"like": 1}
    assert [view.actor_count for view in views(bob)] == [1]


def test_a_narrowed_post_is_no_longer_counted_and_pages_hear_of_it(alice, bob, unread, announced):
    named = posts.publish(by=alice, text="@鲍勃大V 看", now=clock.now())
    assert unread(bob) == {"mention": 1}
    posts.narrow(named, by=alice, audience="self")
    announced.clear()
    assert unread(bob) == {}
    assert [event.account_ids for event in announced] == [(bob.id,)]
    assert views(bob) == []
