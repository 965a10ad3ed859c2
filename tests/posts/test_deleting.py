"""Taking posts down, bringing them back, and what is wiped when nobody does."""

import pytest

from app.kernel.database import db
from app.media.models import Image
from app.posts import operations, queries, rules
from app.posts.events import PostDeleted, PostPurged, PostRestored
from app.posts.models import (
    OptionWriting,
    PinnedPost,
    Poll,
    PollOption,
    PollWriting,
    PostImage,
    PostMention,
    PostProduct,
    PostTopic,
    Topic,
)
from app.timelines.models import HomeEntry


@pytest.fixture(autouse=True)
def counters_agree(app, frozen_clock):
    yield
    assert queries.miscounts() == []


class TestDeleting:
    def test_hides_at_once_and_leaves_nothing_but_the_tombstone_when_it_is_wiped(
        self, alice, bob, publish, delete, make_image, make_product, announced, frozen_clock
    ):
        image, kettle = make_image(by=alice), make_product()
        poll = PollWriting([OptionWriting("红"), OptionWriting("蓝")])
        post = publish(alice, "#话题# @bob 再见", image_ids=[image.id], product_ids=[kettle.id], poll=poll)
        operations.pin(post, by=alice, now=frozen_clock())
        delete(post, alice)
        assert announced[-1] == PostDeleted(post.id, post.id, alice.id)
        assert (alice.post_count, db.session.query(Topic).one().post_count) == (0, 0)
        assert queries.post_or_none(post.id, viewer=alice) is None
        assert not operations.purge(post.id, frozen_clock())
        assert post.text
        frozen_clock.forward(seconds=15)
        for _ in range(2):
            assert operations.purge(post.id, frozen_clock())
            operations.clear_away_files(post.id)
        assert (post.text, post.entities, post.deleted_by, post.is_deleted) == ("", [], "author", True)
        for gone in (PostImage, PostMention, PostTopic, PinnedPost, Poll, PollOption, Image):
            assert db.session.query(gone).count() == 0
        assert db.session.query(PostProduct).count() == 1
        assert announced.count(PostPurged(post.id)) == 1

    def test_counts_go_back_and_the_tree_stays(self, alice, bob, carol, publish, repost, delete, make_product):
        kettle = make_product()
        root = publish(alice, "壶", product_ids=[kettle.id])
        first = repost(root, bob, "看")
        second = repost(first, carol, "看看")
        delete(first, bob)
        assert (root.repost_count, first.repost_count) == (1, 1)
        delete(root, alice)
        delete(root, alice)
        found = db.session.scalars(queries.posts_about(kettle.id, viewer=None)).all()
        assert [post.id for post in found] == [second.id]

    def test_only_by_its_author(self, alice, bob, mod, publish, delete):
        post = publish(alice)
        assert _reason(delete, post, bob) == _reason(delete, post, mod) == "not_yours"
        assert not post.is_deleted


class TestRestoring:
    def test_brings_everything_back_exactly(
        self, alice, bob, publish, delete, restore, make_product, announced, frozen_clock
    ):
        kettle = make_product()
        root = publish(alice, "壶", product_ids=[kettle.id])
        post = operations.repost(root, by=bob, text="#早餐# 好壶 @alice", now=frozen_clock())
        before = (post.text, post.entities, root.repost_count, bob.post_count)
        delete(post, bob)
        assert (root.repost_count, bob.post_count, db.session.query(Topic).one().post_count) == (0, 0, 0)
        restore(post, bob)
        restore(post, bob)
        assert (post.text, post.entities, root.repost_count, bob.post_count) == before
        assert announced.count(PostRestored(post.id, root.id, bob.id)) == 1
        db.session.refresh(kettle)
        assert kettle.post_count == 2
        assert queries.post_or_none(post.id, viewer=alice) is post
        frozen_clock.forward(seconds=60)
        assert operations.purge(post.id, frozen_clock())
        assert post.text == before[0]

    def test_only_within_seconds(self, alice, publish, delete, restore, frozen_clock):
        post = publish(alice)
        delete(post, alice)
        frozen_clock.forward(seconds=rules.RESTORABLE_FOR.seconds + 1)
        assert _reason(restore, post, alice) == "too_late"
        operations.purge(post.id, frozen_clock())
        assert _reason(restore, post, alice) == "too_late"

    def test_by_who_has_deleted_it(self, alice, bob, mod, publish, delete, restore, frozen_clock):
        own, removed = publish(alice), publish(alice)
        delete(own, alice)
        operations.take_down(removed, by=mod, now=frozen_clock())
        for post, person in ((own, bob), (own, mod), (removed, mod), (publish(alice), bob)):
            assert _reason(restore, post, person) == "not_yours"
        assert _reason(restore, removed, alice) == "taken_down"
        restore(own, alice)
        assert not own.is_deleted
        assert removed.is_deleted

    def test_deleted_again_it_is_wiped_by_the_second_clock(self, alice, publish, delete, restore, frozen_clock):
        post = publish(alice)
        delete(post, alice)
        frozen_clock.forward(seconds=8)
        restore(post, alice)
        delete(post, alice)
        frozen_clock.forward(seconds=7)
        assert not operations.purge(post.id, frozen_clock())
        frozen_clock.forward(seconds=7)
        assert operations.purge(post.id, frozen_clock())
        assert post.purged_at

    def test_home_feeds_keep_its_place_until_it_is_wiped(
        self, alice, bob, make_follow, publish, delete, restore, announced, work_off, frozen_clock
    ):
        make_follow(by=bob, of=alice)
        post, other = publish(alice), publish(alice)
        work_off()
        delete(post, alice)
        delete(other, alice)
        restore(post, alice)
        work_off()
        frozen_clock.forward(seconds=20)
        work_off()
        kept = {entry.post_id for entry in db.session.query(HomeEntry)}
        assert kept == {post.id}
        assert [event for event in announced if isinstance(event, PostPurged)] == [PostPurged(other.id)]


class TestTakingDown:
    def test_keeps_all_words_until_appeals_are_over_and_puts_them_back_exactly(
        self, alice, mod, publish, repost, make_product, announced, frozen_clock, work_off
    ):
        kettle = make_product()
        root = publish(alice, "壶 #早餐#", product_ids=[kettle.id])
        post = repost(root, alice, "再来一壶")
        before = (root.repost_count, alice.post_count, kettle.post_count)
        for taken in (post, root):
            assert operations.take_down(taken, by=mod, now=frozen_clock())
            assert not operations.take_down(taken, by=mod, now=frozen_clock())
        assert announced.count(PostDeleted(root.id, root.id, alice.id)) == 1
        frozen_clock.forward(days=59)
        work_off()
        assert (post.text, root.text) == ("再来一壶", "壶 #早餐#")
        for taken in (root, post):
            assert operations.put_back(taken, by=None, now=frozen_clock())
            assert not operations.put_back(taken, by=None, now=frozen_clock())
        db.session.refresh(kettle)
        assert (root.repost_count, alice.post_count, kettle.post_count) == before
        assert queries.post_or_none(post.id, viewer=None) is post

    def test_is_wiped_when_nobody_can_appeal_any_more(self, alice, mod, publish, frozen_clock, work_off):
        post = publish(alice, "不该说的话")
        operations.take_down(post, by=mod, now=frozen_clock())
        work_off()
        frozen_clock.forward(days=61)
        work_off()
        assert (post.text, post.purged_at is not None, post.deleted_by) == ("", True, "staff")
        assert not operations.put_back(post, by=None, now=frozen_clock())

    def test_does_not_touch_what_its_author_has_deleted(self, alice, mod, publish, delete, frozen_clock):
        post = publish(alice)
        delete(post, alice)
        assert not operations.take_down(post, by=mod, now=frozen_clock())
        assert not operations.put_back(post, by=mod, now=frozen_clock())
        assert post.deleted_by == "author"


def _reason(act, *given):
    with pytest.raises((operations.NotDeletable, operations.NotRestorable)) as refused:
        act(*given)
    return refused.value.reason.code
