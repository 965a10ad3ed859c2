"""Threads, replies and marks as the viewer may see them."""

import pytest

from app.engagement import operations, queries
from app.kernel import clock
from app.posts import operations as posts


@pytest.fixture
def post(bob, make_post, frozen_clock):
    return make_post(by=bob)


def say(post, by, text="说得好", reply_to=None):
    return operations.comment(post, by=by, text=text, now=clock.now(), reply_to=reply_to)


def drop(comment, by):
    operations.delete_comment(comment, by=by, now=clock.now())


def like(comment, *people):
    for person in people:
        operations.like_comment(comment, by=person, now=clock.now())


def opened(threads, viewer, also=None):
    found = queries.first_replies(threads, viewer=viewer, also=also)
    return {thread_id: (first.replies, first.has_more) for thread_id, first in found.items()}


def all_pages(read):
    rows, cursor = [], None
    while True:
        page = read(cursor)
        rows += page.items
        if (cursor := page.next_cursor) is None:
            return rows


class TestThreads:
    def test_new_ones_first(self, alice, carol, post):
        first, second = say(post, alice), say(post, carol)
        say(post, carol, reply_to=first)
        assert queries.new_threads(post, viewer=alice, before=None).items == [second, first]

    def test_warm_ones_first_newer_ones_among_equals(self, alice, bob, carol, post):
        cold, warm, hot = say(post, alice), say(post, alice), say(post, alice)
        like(hot, bob, carol)
        like(warm, bob)
        newest = say(post, carol)
        assert queries.hot_threads(post, viewer=alice, before=None).items == [hot, warm, newest, cold]

    def test_pages_hold_each_thread_once(self, alice, bob, carol, post):
        threads = [say(post, alice, f"第{number}条") for number in range(45)]
        for thread in threads[::3]:
            like(thread, bob)
        like(threads[7], bob, carol)
        hot = all_pages(lambda cursor: queries.hot_threads(post, viewer=None, before=cursor))
        new = all_pages(lambda cursor: queries.new_threads(post, viewer=None, before=cursor))
        assert hot == sorted(threads, key=lambda thread: (thread.like_count, thread.id), reverse=True)
        assert new == threads[::-1]

    @pytest.mark.parametrize("cursor", ["", "x", "1-2-3", "-", "9" * 30, "٣-٣", "1-9999999999999999999"])
    def test_a_cursor_that_is_none_means_the_first_page(self, alice, post, cursor):
        thread = say(post, alice)
        assert queries.hot_threads(post, viewer=None, before=cursor).items == [thread]

    def test_a_deleted_thread_stays_as_long_as_it_has_replies(self, alice, carol, post):
        bare, answered = say(post, alice), say(post, alice)
        reply = say(post, carol, reply_to=answered)
        drop(bare, alice)
        drop(answered, alice)
        assert queries.new_threads(post, viewer=None, before=None).items == [answered]
        drop(reply, carol)
        assert queries.new_threads(post, viewer=None, before=None).items == []

    def test_people_across_a_block_do_not_appear(self, alice, carol, enemy, post):
        say(post, enemy)
        thread = say(post, carol)
        reply = say(post, enemy, reply_to=thread)
        assert queries.new_threads(post, viewer=alice, before=None).items == [thread]
        assert queries.replies_of(thread, viewer=alice, after=None).items == []
        assert opened([thread], alice) == {}
        assert queries.replies_of(thread, viewer=None, after=None).items == [reply]


class TestReplies:
    def test_the_first_two_of_every_thread_in_one_statement(self, alice, carol, post, budget):
        threads = [say(post, alice) for _ in range(3)]
        replies = [[say(post, carol, reply_to=thread) for _ in range(4)] for thread in threads]
        drop(replies[0][0], carol)
        with budget(1):
            found = opened(threads, alice)
        assert found == {
            threads[0].id: (replies[0][1:3], True),
            threads[1].id: (replies[1][:2], True),
            threads[2].id: (replies[2][:2], True),
        }

    def test_whether_there_are_more(self, alice, carol, post):
        thread = say(post, alice)
        replies = [say(post, carol, reply_to=thread) for _ in range(2)]
        assert opened([thread], alice) == {thread.id: (replies, False)}

    def test_the_way_to_the_reply_someone_came_for(self, alice, carol, post):
        thread = say(post, alice)
        replies = [say(post, carol, reply_to=thread) for _ in range(6)]
        assert opened([thread], alice, also=replies[4]) == {thread.id: (replies[:5], True)}
        assert opened([thread], alice, also=replies[5]) == {thread.id: (replies, False)}
        assert opened([thread], alice, also=replies[0]) == {thread.id: (replies[:2], True)}

    def test_pages_go_on_where_the_last_ended(self, alice, carol, post):
        thread = say(post, alice)
        replies = [say(post, carol, reply_to=thread) for _ in range(23)]
        first = queries.replies_of(thread, viewer=alice, after=replies[1].id)
        assert first.items == replies[2:22]
        assert queries.replies_of(thread, viewer=alice, after=int(first.next_cursor)).items == replies[22:]

    def test_whom_a_reply_answers(self, alice, bob, carol, post):
        thread = say(post, alice)
        first = say(post, carol, reply_to=thread)
        second = say(post, bob, reply_to=first)
        assert queries.authors_answered([thread, first, second], viewer=alice) == {second.id: carol}


class TestMarks:
    def test_what_is_done_comes_in_one_statement(self, alice, bob, make_post, make_product, budget):
        kettle, cup = make_product(), make_product()
        liked, kept, passed_on = (make_post(by=bob, cards=[kettle]) for _ in range(3))
        now = clock.now()
        operations.like(liked, by=alice, now=now)
        operations.favourite(kept, by=alice, now=now)
        middle = posts.repost(passed_on, by=bob, text="", now=now)
        posts.repost(middle, by=alice, text="", now=now)
        operations.want(cup, by=alice, now=now)
        with budget(1):
            done = queries.what_is_done(
                alice, post_ids=[liked.id, kept.id, passed_on.id, middle.id], product_ids=[kettle.id, cup.id]
            )
        assert done == queries.Done({liked.id}, {kept.id}, {passed_on.id, middle.id}, {cup.id})

    def test_someone_logged_out_has_done_nothing(self, bob, make_post, budget):
        with budget(0):
            assert queries.what_is_done(None, post_ids=[1], product_ids=[2]) == queries.Done()


def test_likers_newest_first_without_those_across_a_block(alice, bob, carol, enemy, post):
    for person in (bob, enemy, carol):
        operations.like(post, by=person, now=clock.now())
    page = queries.likers_of(post, viewer=alice, before=None)
    assert [like.account for like in page.items] == [carol, bob]


def test_kept_posts_in_the_order_of_keeping_tombstones_among_them(alice, bob, make_post, make_follow, frozen_clock):
    follow = make_follow(by=alice, of=bob)
    gone, shown, hidden = make_post(by=bob), make_post(by=bob), make_post(by=bob, audience="fans")
    for post in (shown, hidden, gone):
        operations.favourite(post, by=alice, now=clock.now())
    posts.delete(gone, by=bob, now=clock.now())
    page = queries.favourites_of(alice, before=None)
    assert queries.posts_kept(page.items, viewer=alice) == [gone, hidden, shown]
    assert follow is not None
