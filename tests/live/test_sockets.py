"""Who may join which room, and what open pages hear."""

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from app.live import channels, operations
from app.posts import operations as posts
from app.posts import queries as posts_known
from app.posts.models import Post


def heard(page, name):
    return [message["args"][0] for message in page.get_received() if message["name"] == name]


def test_followers_hear_of_a_new_post_and_others_do_not(connect, alice, bob, carol, make_follow, make_post):
    make_follow(by=alice, of=bob)
    follower, other = connect(alice), connect(carol)
    for page in (follower, other):
        page.emit("feed:subscribe", {})
    post = make_post(by=bob)
    operations.announce_post(post, to=None)
    assert heard(follower, "feed:new") == [{"count": 1, "ids": [str(post.id)], "author_id": str(bob.id)}]
    assert heard(other, "feed:new") == []


def test_a_post_for_few_is_told_to_few(connect, alice, bob, make_follow, make_post):
    make_follow(by=alice, of=bob)
    follower, author = connect(alice), connect(bob)
    follower.emit("feed:subscribe", {})
    operations.announce_post(make_post(by=bob, audience="self"), to=[bob.id])
    assert heard(follower, "feed:new") == []
    assert len(heard(author, "feed:new")) == 1


def test_unfollowing_leaves_the_room(connect, alice, bob, make_follow, make_post):
    from app.kernel import clock
    from app.relationships import operations as relationships

    make_follow(by=alice, of=bob)
    page = connect(alice)
    page.emit("feed:subscribe", {})
    relationships.unfollow(bob, by=alice, now=clock.now())
    page.emit("feed:subscribe", {})
    operations.announce_post(make_post(by=bob), to=None)
    assert heard(page, "feed:new") == []


def test_counts_reach_pages_that_watch(connect, alice, bob, make_post):
    post = make_post(by=bob, like_count=3)
    watching, not_watching = connect(alice), connect(None)
    watching.emit("post:watch", {"ids": [str(post.id)]})
    operations.tell_counts(post)
    assert heard(watching, "post:counts") == [{"id": str(post.id), "reposts": 0, "comments": 0, "likes": 3}]
    assert heard(not_watching, "post:counts") == []


def test_nobody_watches_what_she_may_not_see(connect, alice, bob, make_post):
    post = make_post(by=bob, audience="self")
    page = connect(alice)
    page.emit("post:watch", {"ids": [str(post.id)]})
    page.emit("thread:watch", {"id": str(post.id)})
    operations.tell_counts(post)
    operations.tell_comment(post.id, 1)
    assert page.get_received() == []


@pytest.mark.parametrize(
    "facts", [None, {}, [], "x", {"ids": "1"}, {"ids": [None, {}, "x", "9" * 40, 5]}, {"id": ["1"]}]
)
def test_nonsense_from_a_page_is_passed_over(connect, alice, facts):
    page = connect(alice)
    for event in ("post:watch", "post:unwatch", "thread:watch", "link:watch", "product:watch", "feed:subscribe"):
        page.emit(event, facts)
    assert page.is_connected()


def test_every_open_page_hears_of_a_deletion(connect, alice):
    pages = [connect(alice), connect(None)]
    operations.tell_deletion(5, 5)
    assert [heard(page, "post:deleted") for page in pages] == [[{"id": "5", "root_id": "5"}]] * 2


def test_what_comes_back_and_what_has_changed_is_told_to_every_open_page(connect, alice, bob, work_off, frozen_clock):
    page = connect(None)
    root = posts.publish(by=alice, text="根", now=frozen_clock())
    post = posts.repost(root, by=bob, text="转", now=frozen_clock())
    posts.delete(post, by=bob, now=frozen_clock())
    posts.restore(post, by=bob, now=frozen_clock())
    posts.set_permissions(post, by=bob, reposters="none", commenters="all", approves_comments=False)
    work_off()
    told = page.get_received()
    facts = {"id": str(post.id), "root_id": str(root.id)}
    for name in ("post:deleted", "post:restored", "post:changed"):
        assert [one["args"][0] for one in told if one["name"] == name] == [facts]


def test_who_may_no_longer_see_a_post_hears_nothing_of_it(connect, alice, bob, make_follow, work_off, frozen_clock):
    make_follow(by=bob, of=alice)
    post = posts.publish(by=alice, text="先公开", now=frozen_clock())
    work_off()
    author, reader, alice_id = connect(alice), connect(bob), alice.id
    watch = {"ids": [str(post.id)], "id": str(post.id)}
    for page in (author, reader):
        page.emit("post:watch", watch)
        page.emit("thread:watch", watch)
    post, alice = db.session.get(Post, int(watch["id"])), db.session.get(Account, alice_id)  # handlers let go of rows
    posts.narrow(post, by=alice, audience="self")
    work_off()
    for page in (author, reader):
        assert heard(page, "post:changed") == [{"id": watch["id"], "root_id": watch["id"]}]
        page.emit("post:watch", watch)
        page.emit("thread:watch", watch)
    post = db.session.get(Post, int(watch["id"]))
    operations.tell_counts(post)
    operations.tell_comment(post.id, 1)
    assert [one["name"] for one in author.get_received()] == ["post:counts", "comment:new"]
    assert reader.get_received() == []


def test_the_bell_rings_for_its_owner_alone(connect, alice, bob):
    mine, other = connect(alice), connect(bob)
    operations.ring(alice.id, {"like": 2, "fan": 1})
    assert heard(mine, "bell:count") == [{"unread": 3, "kinds": {"like": 2, "fan": 1}}]
    assert heard(other, "bell:count") == []


def test_a_composer_hears_what_is_behind_its_link(connect, alice):
    page, logged_out = connect(alice), connect(None)
    for one in (page, logged_out):
        one.emit("link:watch", {"id": "77"})
    operations.tell_link(77, "product")
    assert heard(page, "link:ready") == [{"id": "77", "status": "product"}]
    assert heard(logged_out, "link:ready") == []


def test_rooms_have_distinct_names():
    names = [channels.account(1), channels.followers_of(1), channels.post(1), channels.thread(1), channels.link(1),
             channels.product(1), channels.PUBLIC, channels.EVERYONE]  # fmt: skip
    assert len(set(names)) == len(names)


def test_what_is_no_id_is_passed_over(connect, alice, bob, make_post):
    page, post = connect(alice), make_post(by=bob)
    for odd in ("9" * 19, "9" * 30, "-1", "x", "\x00", 7, None, [], {}):
        for name in ("thread:watch", "link:watch", "product:watch"):
            page.emit(name, {"id": odd})
        page.emit("post:watch", {"ids": [odd, str(post.id)]})
        page.emit("post:watch", odd)
    page.emit("post:watch", {"ids": ["9" * 19, str(post.id)]})
    operations.tell_counts(post)
    assert heard(page, "post:counts")


def test_pages_of_a_topic_hear_of_public_posts_alone(connect, alice, bob, work_off, frozen_clock):
    def say(text, **values):
        return posts.publish(by=bob, text=text, now=clock.now(), **values)

    first = say("#早餐# 豆浆")
    work_off()
    page, other = connect(alice), connect(None)
    page.emit("topic:watch", {"id": str(posts_known.topic_or_none("早餐").id)})
    say("#早餐# 给粉丝看", audience="fans")
    say("#晚餐# 面")
    post = say("#早餐# 油条")
    work_off()
    assert heard(page, "topic:new") == [{"count": 1, "ids": [str(post.id)], "author_id": str(bob.id)}]
    assert heard(other, "topic:new") == []
    assert first.id != post.id


def test_pages_of_ended_sessions_hear_that_and_nothing_more(connect, alice, bob):
    page, other = connect(alice), connect(bob)
    operations.end_sessions(alice.id)
    for account in (alice, bob):
        operations.ring(account.id, {"comment": 1})
    assert [message["name"] for message in page.get_received()] == ["session:ended"]
    assert [message["name"] for message in other.get_received()] == ["bell:count"]
