"""The page of a topic: 热门, 实时, 商品, and who has read it."""

import pytest

from app.engagement import operations as engagement
from app.kernel import clock
from app.posts import operations, queries
from app.timelines import queries as feeds
from app.timelines.queries import topics as feeds_of_topics


@pytest.fixture
def say(frozen_clock):
    def publish(by, text="#早餐#", **values):
        return operations.publish(by=by, text=text, now=clock.now(), **values)

    return publish


def topic():
    return queries.topic_or_none("早餐")


def ids(page):
    return [post.id for post in page.items]


def hot(found, *, viewer, before):
    return feeds.topic_hot_feed(found, viewer=viewer, before=before, now=clock.now())


def all_of(feed, viewer=None):
    """Every page of a feed, in order."""
    found, before = [], None
    while True:
        page = feed(topic(), viewer=viewer, before=before)
        found += ids(page)
        if page.next_cursor is None:
            return found
        before = page.next_cursor if feed is hot else int(page.next_cursor)


class TestHot:
    def test_what_moves_people_stands_first_then_the_newer(self, alice, bob, say):
        cold, warm, new = say(alice), say(alice), say(alice)
        engagement.like(warm, by=bob, now=clock.now())
        assert ids(hot(topic(), viewer=None, before=None)) == [warm.id, new.id, cold.id]

    def test_pages_hold_each_post_once(self, alice, bob, say):
        posts = [say(alice) for _ in range(45)]
        for post in posts[::3]:
            engagement.like(post, by=bob, now=clock.now())
        found = all_of(hot)
        assert sorted(found) == sorted(post.id for post in posts)
        assert set(found[:15]) == {post.id for post in posts[::3]}

    def test_only_so_many_of_the_newest_are_looked_at(self, alice, say, monkeypatch):
        monkeypatch.setattr(queries.topics, "HOT_AMONG", 2)
        posts = [say(alice) for _ in range(3)]
        assert all_of(hot) == [posts[2].id, posts[1].id]

    def test_what_one_may_not_see_or_was_deleted_is_not_there(self, alice, bob, enemy, say):
        shown = say(bob)
        say(bob, audience="self")
        say(enemy)
        gone = say(bob)
        assert len(all_of(hot, alice)) == 2
        operations.delete(gone, by=bob, now=clock.now())
        assert all_of(hot, alice) == [shown.id]

    @pytest.mark.parametrize("cursor", ["x", "1", "1-x", "9" * 30, ""])
    def test_a_cursor_that_is_none_is_the_first_page(self, alice, say, cursor):
        post = say(alice)
        assert ids(hot(topic(), viewer=None, before=cursor)) == [post.id]


class TestLatest:
    def test_by_time_and_what_is_new(self, alice, bob, say, frozen_clock):
        old = say(alice)
        frozen_clock.forward(minutes=5)
        posts = [say(bob) for _ in range(25)]
        assert all_of(feeds.topic_feed) == [post.id for post in [*reversed(posts), old]]
        assert ids(feeds.topic_news(topic(), viewer=None, since=old.id)) == [post.id for post in reversed(posts)]

    def test_the_pill_asks_for_the_topic_alone(self, client, alice, say):
        first = say(alice)
        second = say(alice)
        say(alice, "#晚餐#")
        answer = client.get(f"/timeline/new/ids?since={first.id}&feed=topic&topic={topic().id}")
        assert answer.json == {"ids": [str(second.id)]}
        assert client.get("/timeline/new/ids?since=0&feed=topic&topic=5").status_code == 404


class TestCards:
    def test_posts_with_cards_alone(self, alice, say, make_product):
        kettle = make_product()
        say(alice)
        carded = [say(alice, product_ids=[kettle.id]) for _ in range(2)]
        assert all_of(feeds.topic_card_feed) == [post.id for post in reversed(carded)]

    def test_where_cards_are_rare_the_feed_goes_on(self, alice, say, make_product, monkeypatch):
        monkeypatch.setattr(feeds_of_topics, "CARDS_AMONG", 3)
        kettle = make_product()
        first = say(alice, product_ids=[kettle.id])
        for _ in range(5):
            say(alice)
        page = feeds.topic_card_feed(topic(), viewer=None, before=None)
        assert (ids(page), page.next_cursor is None) == ([], False)
        assert all_of(feeds.topic_card_feed) == [first.id]


class TestPage:
    @pytest.mark.parametrize("tab", ["", "hot", "new", "products", "moon"])
    def test_each_tab_answers(self, client, alice, say, make_product, tab):
        say(alice, product_ids=[make_product().id])
        page = client.get(f"/topic/早餐?tab={tab}")
        assert page.status_code == 200
        assert "爱丽丝" in page.text

    def test_a_reader_counts_once_a_day(self, client, login, alice, bob, say):
        say(alice)
        for person in (alice, bob, bob):
            login(client, person)
            client.get("/topic/早餐")
        client.get("/topic/早餐", headers={"X-Fragment": "1"})
        assert topic().read_count == 2

    def test_guests_are_counted_by_address(self, client, alice, say):
        say(alice)
        for address in ("10.0.0.1", "10.0.0.1", "10.0.0.2"):
            client.get("/topic/早餐", environ_base={"REMOTE_ADDR": address})
        assert topic().read_count == 2

    def test_one_that_nobody_has_used_has_no_tabs(self, client):
        page = client.get("/topic/没人用过").text
        assert "tab=new" not in page
        assert "成为第一个" in page or "compose" in page

    def test_the_list_for_guests_and_for_readers(self, client, login, alice, say):
        say(alice)
        assert "#早餐#" in client.get("/topics").text
        login(client, alice)
        assert "我关注的话题" in client.get("/topics").text
