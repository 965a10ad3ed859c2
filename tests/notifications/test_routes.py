"""The bell's page and its doors."""

import pytest

from app.engagement import operations as engagement
from app.kernel import clock
from app.notifications import operations, presenters, queries
from app.notifications.models import KINDS
from app.posts import operations as posts
from app.relationships import operations as relationships

ONE_LIKE = {**dict.fromkeys(KINDS, 0), "like": 1}
JSON = {"X-Fragment": "1", "Accept": "application/json"}


@pytest.fixture
def as_bob(client, login, bob):
    return login(client, bob)


@pytest.fixture
def post(bob, make_post, frozen_clock):
    return make_post(by=bob, text="山里的风")


def views(account, kind=None):
    return presenters.notice_page(account, kind=kind, before=None).items


def test_the_page_names_who_did_what(as_bob, alice, carol, post, work_off):
    engagement.comment(post, by=alice, text="真凉快", now=clock.now())
    engagement.like(post, by=carol, now=clock.now())
    work_off()
    text = as_bob.get("/notifications").text
    assert "爱丽丝" in text
    assert "真凉快" in text
    assert "山里的风" in text
    assert "卡萝" in text
    assert "真凉快" not in as_bob.get("/notifications?kind=like").text
    assert as_bob.get("/notifications?kind=moon").status_code == 200


def test_unread_and_reading(as_bob, alice, post, work_off):
    engagement.like(post, by=alice, now=clock.now())
    work_off()
    assert as_bob.get("/notifications/unread", headers=JSON).json == {"count": 1, "kinds": ONE_LIKE}
    assert 'data-value="1"' in as_bob.get("/notifications").text
    assert as_bob.post("/notifications/read?kind=fan", headers=JSON).json == {"count": 1, "kinds": ONE_LIKE}
    assert as_bob.post("/notifications/read?kind=like", headers=JSON).json["count"] == 0
    assert as_bob.get("/notifications/unread", headers=JSON).json["count"] == 0
    answer = as_bob.post("/notifications/read")
    assert (answer.status_code, answer.location) == (303, "/notifications")


def test_nobody_reads_logged_out(client):
    for path in ("/notifications", "/notifications/unread"):
        assert client.get(path, headers=JSON).status_code == 401


def test_a_thread_is_muted_and_heard_again(as_bob, bob, alice, post, make_post):
    url = f"/posts/{post.id}/notices"
    muted = as_bob.delete(url, headers=JSON).json
    assert (muted["active"], muted["message"]) == (False, "不再提醒你这条微博的消息。")
    assert queries.threads_muted_by(bob) == {post.id}
    assert as_bob.post(url, headers=JSON).json["active"] is True
    assert queries.threads_muted_by(bob) == frozenset()
    assert as_bob.delete(url).status_code == 303
    hidden = make_post(by=alice, audience="self")
    assert as_bob.delete(f"/posts/{hidden.id}/notices", headers=JSON).status_code == 404


def test_nobody_mutes_a_thread_logged_out(client, post):
    assert client.delete(f"/posts/{post.id}/notices", headers=JSON).status_code == 401


class TestViews:
    def test_where_notices_lead(self, alice, bob, post, work_off):
        comment = engagement.comment(post, by=alice, text="好", now=clock.now())
        engagement.like(post, by=alice, now=clock.now())
        posts.repost(post, by=alice, text="好", now=clock.now())
        relationships.follow(bob, by=alice, now=clock.now())
        work_off()
        assert {view.kind: view.url for view in views(bob)} == {
            "comment": f"/posts/{post.id}?comment={comment.id}#comment-{comment.id}",
            "like": f"/posts/{post.id}?tab=likes",
            "repost": f"/posts/{post.id}?tab=reposts",
            "fan": f"/u/{bob.id}/fans",
        }

    def test_what_was_deleted_shows_its_tombstone(self, alice, bob, carol, post, work_off):
        head = engagement.comment(post, by=bob, text="沙发", now=clock.now())
        reply = engagement.comment(post, by=alice, text="说错了", now=clock.now(), reply_to=head)
        work_off()
        operations.read(by=bob)
        engagement.delete_comment(reply, by=alice, now=clock.now())
        work_off()
        (view,) = views(bob)
        assert (view.comment.is_deleted, view.comment.segments, view.post.is_deleted) == (True, [], False)
        posts.delete(post, by=bob, now=clock.now())
        (view,) = views(bob)
        assert view.post.tombstone == "抱歉，此微博已被作者删除。"

    def test_what_one_may_no_longer_see_is_left_out(self, alice, bob, make_follow, work_off, frozen_clock):
        relationships.follow(alice, by=bob, now=clock.now())
        posts.publish(by=alice, text="@鲍勃大V 来", now=clock.now(), audience="fans")
        work_off()
        assert [view.kind for view in views(bob)] == ["mention"]
        relationships.unfollow(alice, by=bob, now=clock.now())
        assert views(bob) == []

    def test_people_one_has_blocked_since_are_left_out(self, alice, bob, carol, post, work_off):
        for person in (alice, carol):
            engagement.like(post, by=person, now=clock.now())
        engagement.comment(post, by=alice, text="好", now=clock.now())
        work_off()
        relationships.block(alice, by=bob, now=clock.now())
        (view,) = views(bob)
        assert (view.kind, [actor.nickname for actor in view.actors]) == ("like", ["卡萝"])

    def test_a_page_of_twenty_in_few_statements(self, alice, bob, carol, make_post, work_off, budget, frozen_clock):
        for _ in range(5):
            post = make_post(by=bob)
            comment = engagement.comment(post, by=bob, text="沙发", now=clock.now())
            engagement.comment(post, by=alice, text="@鲍勃大V 好", now=clock.now(), reply_to=comment)
            engagement.like(post, by=carol, now=clock.now())
            engagement.like_comment(comment, by=carol, now=clock.now())
            posts.repost(post, by=alice, text="好", now=clock.now())
        work_off()
        assert queries.unread_count(bob.id) == 20
        with budget(10):
            assert len(views(bob)) == 20
