"""Who sees what, and the lists."""

import pytest

from app.kernel.database import db
from app.kernel.pagination import newest_first
from app.posts import operations, queries
from app.posts.models import AUDIENCES, Post


def seen(query):
    return {post.text for post in db.session.scalars(query)}


@pytest.fixture
def spectrum(alice, make_post):
    """One post of each audience by alice."""
    return {audience: make_post(by=alice, text=audience, audience=audience) for audience in AUDIENCES}


class TestVisibleTo:
    def test_everyone_and_the_author(self, alice, stranger, spectrum):
        assert seen(queries.visible_to(None)) == {"public"}
        assert seen(queries.visible_to(stranger)) == {"public"}
        assert seen(queries.visible_to(alice)) == set(AUDIENCES)

    def test_fans_and_mutuals(self, alice, bob, carol, spectrum, make_follow):
        make_follow(by=bob, of=alice)
        make_follow(by=carol, of=alice)
        make_follow(by=alice, of=carol)
        assert seen(queries.visible_to(bob)) == {"public", "fans"}
        assert seen(queries.visible_to(carol)) == {"public", "fans", "mutuals"}

    def test_a_block_works_both_ways(self, alice, enemy, spectrum, make_post):
        make_post(by=enemy, text="by enemy")
        assert seen(queries.visible_to(enemy)) == {"by enemy"}
        assert "by enemy" not in seen(queries.visible_to(alice))

    def test_what_is_deleted_is_seen_by_nobody(self, alice, spectrum, frozen_clock):
        operations.delete(spectrum["public"], by=alice, now=frozen_clock())
        assert "public" not in seen(queries.visible_to(alice))
        assert queries.post_or_none(spectrum["public"].id, viewer=alice) is None
        assert queries.tombstone_or_none(spectrum["public"].id) is spectrum["public"]


def test_ids_beyond_64_bits_are_nobody(app, alice):
    assert queries.post_or_none(2**70, viewer=alice) is None
    assert queries.tombstone_or_none(2**70) is None


def test_posts_by_ids_keeps_the_order_and_leaves_out_what_is_hidden(alice, bob, enemy, make_post):
    first, hidden, second = make_post(by=bob), make_post(by=enemy), make_post(by=bob)
    found = queries.posts_by_ids([second.id, hidden.id, first.id, 7], viewer=alice)
    assert found == [second, first]
    assert queries.posts_by_ids([], viewer=alice) == []


def test_lists_are_paged_by_id(alice, bob, make_post, frozen_clock):
    posts = [make_post(by=bob, text=str(number)) for number in range(5)]
    page = newest_first(queries.posts_by(bob, viewer=alice), Post.id, before=None, size=2)
    assert [post.text for post in page.items] == ["4", "3"]
    following = newest_first(queries.posts_by(bob, viewer=alice), Post.id, before=int(page.next_cursor), size=5)
    assert [post.id for post in following.items] == [post.id for post in reversed(posts[:3])]


def test_busy_topics_count_what_is_recent(alice, frozen_clock):
    for text in ("#早餐#", "#早餐#"):
        operations.publish(by=alice, text=text, now=frozen_clock())
    since = frozen_clock()
    for text in ("#早餐#", "#跑步#", "#跑步#"):
        operations.publish(by=alice, text=text, now=frozen_clock())
    busy = queries.busy_topics(since=since, limit=9)
    assert [(topic.name, uses) for topic, uses in busy] == [("跑步", 2), ("早餐", 1)]


def test_topics_are_found_by_name_and_beginning(alice, frozen_clock):
    for text in ("#早餐# #早起#", "#早餐#", "#Coffee_100%#"):
        operations.publish(by=alice, text=text, now=frozen_clock())
    assert queries.topic_or_none(" 早餐 ").post_count == 2
    assert [topic.name for topic in queries.topics_like("早")] == ["早餐", "早起"]
    assert [topic.name for topic in queries.topics_like("COFFEE_1")] == ["Coffee_100%"]
    assert queries.topics_like("%") == []
    assert len(queries.topics_like("")) == 3
    topic = queries.topic_or_none("早餐")
    assert seen(queries.posts_with_topic(topic, viewer=None)) == {"#早餐# #早起#", "#早餐#"}


class TestChains:
    def test_nearest_first_without_the_root_in_one_statement(self, alice, bob, carol, make_post, make_repost, budget):
        root = make_post(by=alice)
        one = make_repost(root, by=bob, text="一")
        two = make_repost(one, by=carol, text="二")
        three = make_repost(two, by=alice, text="三")
        with budget(1):
            chains = queries.chains_of([root, one, two, three])
        words = {post_id: [link.text for link in links] for post_id, links in chains.items()}
        assert words == {two.id: ["一"], three.id: ["二", "一"]}

    def test_ends_where_someone_left_the_chain_out(self, alice, bob, make_post, make_repost):
        one = make_repost(make_post(by=alice), by=bob, text="一")
        two = make_repost(one, by=alice, text="二", shows_chain=False)
        three = make_repost(two, by=bob, text="三")
        chains = queries.chains_of([two, three])
        assert {post_id: [link.text for link in links] for post_id, links in chains.items()} == {three.id: ["二"]}


def test_reposts_of_a_root_are_the_tree_and_of_a_repost_what_hangs_on_it(alice, bob, make_post, make_repost):
    root = make_post(by=alice)
    one = make_repost(root, by=bob, text="一")
    make_repost(one, by=bob, text="二")
    assert seen(queries.reposts_of(root, viewer=None)) == {"一", "二"}
    assert seen(queries.reposts_of(one, viewer=None)) == {"二"}


def test_recount_tells_what_is_wrong(app, alice, make_post):
    make_post(by=alice)
    found = [(one.counter, one.row_id, one.stored, one.true) for one in queries.miscounts()]
    assert found == [("accounts.post_count", alice.id, 0, 1)]
