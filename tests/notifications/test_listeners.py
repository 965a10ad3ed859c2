"""Who hears of what, through the site's own wiring; hearing it twice changes nothing."""

import pytest

from app.accounts import operations as accounts
from app.engagement import operations as engagement
from app.kernel import clock
from app.kernel.database import db
from app.notifications import listeners, queries
from app.notifications.models import Notice
from app.posts import operations as posts
from app.posts.events import PostReposted, ScheduledPostFailed
from app.posts.models import OptionWriting, PollWriting
from app.relationships import operations as relationships


@pytest.fixture
def told(work_off):
    """What an account has been told: (kind, about the post, about the comment), newest first."""

    def tell(account):
        work_off()
        notices = queries.notices_of(account, kind=None, before=None).items
        return [(notice.kind, notice.post_id, notice.comment_id) for notice in notices]

    return tell


@pytest.fixture
def post(bob, make_post, frozen_clock):
    return make_post(by=bob)


def publish(by, text, **values):
    return posts.publish(by=by, text=text, now=clock.now(), **values)


class TestMentions:
    def test_who_is_named_hears_of_it(self, alice, bob, carol, told):
        post = publish(alice, "@鲍勃大V 和 @卡萝 都来")
        assert told(bob) == told(carol) == [("mention", post.id, None)]

    def test_who_may_not_see_the_post_does_not(self, alice, bob, carol, make_follow, told):
        make_follow(by=bob, of=alice)
        post = publish(alice, "@鲍勃大V 和 @卡萝 都来", audience="fans")
        assert told(bob) == [("mention", post.id, None)]
        assert told(carol) == []

    def test_oneself_and_people_across_a_block_do_not(self, alice, enemy, told):
        publish(alice, "@爱丽丝 @老对头 都来")
        assert told(alice) == told(enemy) == []


class TestReposts:
    def test_authors_along_the_chain_hear_once_each_about_their_own_post(self, alice, bob, carol, post, told):
        middle = posts.repost(post, by=carol, text="好", now=clock.now())
        assert told(bob) == [("repost", post.id, None)]
        posts.repost(middle, by=alice, text="真好", now=clock.now())
        assert told(carol) == [("repost", middle.id, None)]
        assert told(bob) == [("repost", post.id, None)]
        (notice,) = queries.notices_of(bob, kind=None, before=None).items
        assert notice.actor_count == 2

    def test_an_author_who_is_named_as_well_hears_once(self, alice, bob, carol, post, told):
        posts.repost(post, by=alice, text="@鲍勃大V @卡萝 看", now=clock.now())
        assert [kind for kind, *_ in told(bob)] == ["repost"]
        assert [kind for kind, *_ in told(carol)] == ["mention"]

    def test_reposting_oneself_is_no_news(self, bob, post, told):
        posts.repost(post, by=bob, text="自己转", now=clock.now())
        assert told(bob) == []


class TestComments:
    def test_author_and_answered_hear_once_each_and_the_named(self, alice, bob, carol, stranger, post, told):
        head = engagement.comment(post, by=carol, text="沙发", now=clock.now())
        assert told(bob) == [("comment", post.id, head.id)]
        reply = engagement.comment(post, by=alice, text="@鲍勃大V @路人甲 看", now=clock.now(), reply_to=head)
        assert told(carol) == [("comment", post.id, reply.id)]
        assert told(bob) == [("comment", post.id, reply.id), ("comment", post.id, head.id)]
        assert told(stranger) == [("mention", post.id, reply.id)]

    def test_a_comment_alongside_a_repost_is_told_too(self, alice, bob, post, told):
        posts.repost(post, by=alice, text="好", now=clock.now(), comment_on=[post.id])
        assert sorted(kind for kind, *_ in told(bob)) == ["comment", "repost"]

    def test_what_was_taken_back_in_time_is_not_told(self, alice, bob, post, told):
        comment = engagement.comment(post, by=alice, text="说错了", now=clock.now())
        engagement.delete_comment(comment, by=alice, now=clock.now())
        assert told(bob) == []


def test_likes_and_fans(alice, bob, carol, post, told):
    comment = engagement.comment(post, by=carol, text="沙发", now=clock.now())
    engagement.like(post, by=alice, now=clock.now())
    engagement.like_comment(comment, by=alice, now=clock.now())
    relationships.follow(bob, by=alice, now=clock.now())
    assert sorted(kind for kind, *_ in told(bob)) == ["comment", "fan", "like"]
    assert told(carol) == [("like", post.id, comment.id)]


def test_hearing_it_twice_tells_once(alice, bob, post, work_off):
    repost = posts.repost(post, by=alice, text="@卡萝 好", now=clock.now())
    event = PostReposted(repost.id, post.id, post.id, alice.id)
    work_off()
    before = db.session.query(Notice).count()
    for _again in range(2):
        hear(listeners.tell_authors_along_the_chain, event)
        hear(listeners.tell_mentioned, event)
    assert db.session.query(Notice).count() == before
    (notice,) = queries.notices_of(bob, kind=None, before=None).items
    assert notice.actor_count == 1


class TestTheSiteItself:
    def test_who_is_new_is_welcomed(self, work_off, frozen_clock):
        account = accounts.open_account(
            handle="newcomer", nickname="新来的", email="new@example.com", password="correct horse 42", now=clock.now()
        )
        work_off()
        assert [notice.code for notice in queries.notices_of(account, kind="system", before=None).items] == ["welcome"]

    def test_author_and_voters_hear_that_a_poll_is_over(self, alice, bob, carol, work_off, frozen_clock):
        ask = PollWriting(options=(OptionWriting("山里"), OptionWriting("海边")), open_for=60)
        post = publish(bob, "去哪儿", poll=ask)
        posts.vote(post, by=alice, choices=[0], now=clock.now())
        work_off()
        frozen_clock.forward(hours=1, minutes=1)
        work_off()
        for person in (alice, bob):
            (notice,) = queries.notices_of(person, kind="system", before=None).items
            assert (notice.code, notice.post_id, notice.is_unread) == ("poll_closed", post.id, True)
        assert queries.unread_count(carol.id) == 0

    def test_whose_scheduled_post_did_not_go_out_hears_of_it(self, bob, work_off, frozen_clock):
        hear(listeners.tell_about_failed_schedule, ScheduledPostFailed(1, bob.id))
        (notice,) = queries.notices_of(bob, kind="system", before=None).items
        assert notice.code == "schedule_failed"


def hear(listener, event):
    """As kernel.jobs does it."""
    from app.kernel.transactions import operation

    operation(listener)(event)
