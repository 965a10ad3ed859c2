"""Drafts and scheduled posts: kept once per key, published once, at their time, and nobody else's business."""

from datetime import timedelta

import pytest
from werkzeug.exceptions import NotFound

from app.kernel.database import db
from app.media.models import Image
from app.posts import operations, queries
from app.posts.events import PostPublished, PostScheduled, ScheduledPostFailed
from app.posts.models import Draft, OptionWriting, PollWriting, Post, Writing

KEY = "11111111-2222-3333-4444-555555555555"


@pytest.fixture
def keep(frozen_clock):
    def act(by, text="写到一半", *, key=KEY, publish_at=None, **content):
        writing = Writing(text=text, **content)
        return operations.keep_draft(writing, by=by, now=frozen_clock(), client_key=key, publish_at=publish_at)

    return act


@pytest.fixture
def in_an_hour(frozen_clock):
    return frozen_clock.at + timedelta(hours=1)


def _reason(act):
    with pytest.raises((operations.NotKept, operations.NotScheduled)) as refused:
        act()
    return refused.value.reason.code


class TestKeeping:
    def test_one_key_is_one_draft(self, alice, keep, announced):
        first = keep(alice, "写")
        second = keep(alice, "写到一半")
        assert first.id == second.id
        assert [draft.content["text"] for draft in queries.drafts_of(alice)] == ["写到一半"]
        assert announced == []

    def test_everything_written_comes_back(self, alice, keep, make_image, make_product):
        image, product = make_image(by=alice), make_product()
        writing = {
            "text": "选哪个？", "image_ids": [image.id], "alts": {image.id: "两把壶"}, "product_ids": [product.id],
            "poll": PollWriting([OptionWriting("左", image_id=image.id), OptionWriting("右")], most=2, open_for=60),
            "audience": "fans", "reposters": "fans", "commenters": "followed", "approves_comments": True,
            "is_folded": True, "fold_note": "剧透", "is_ai_made": True,
        }  # fmt: skip
        draft = keep(alice, **writing)
        db.session.expire_all()
        assert Writing.from_json(draft.content) == Writing(**writing)

    def test_last_touched_comes_first(self, alice, keep):
        keep(alice, "早", key="a")
        keep(alice, "晚", key="b")
        keep(alice, "早，又改了", key="a")
        assert [draft.client_key for draft in queries.drafts_of(alice)] == ["a", "b"]

    def test_fifty_and_not_one_more_yet_each_may_be_written_on(self, alice, keep):
        for number in range(50):
            keep(alice, key=str(number))
        assert _reason(lambda: keep(alice, key="one more")) == "too_many_drafts"
        assert keep(alice, "接着写", key="7").content["text"] == "接着写"

    def test_far_too_much_is_refused(self, alice, keep, make_image):
        image = make_image(by=alice)
        assert _reason(lambda: keep(alice, alts={image.id: "长" * 60_000})) == "too_large"
        assert queries.drafts_of(alice) == []

    def test_what_is_out_is_not_kept_again(self, alice, bob, keep, frozen_clock):
        operations.publish(by=alice, text="发了", now=frozen_clock(), client_key=KEY)
        assert _reason(lambda: keep(alice)) == "already_out"
        assert keep(bob).account_id == bob.id

    def test_pictures_are_held_while_the_draft_is_there(self, alice, keep, make_image):
        image, other = make_image(by=alice), make_image(by=alice)
        keep(alice, image_ids=[image.id, other.id])
        draft = keep(alice, image_ids=[image.id])
        assert [_held(image), _held(other)] == [draft.id, None]
        operations.discard_draft(draft, by=alice)
        assert _held(image) is None

    def test_pictures_of_a_polls_options_are_held_too(self, alice, keep, make_image):
        image = make_image(by=alice)
        draft = keep(alice, poll=PollWriting([OptionWriting("左", image_id=image.id), OptionWriting("右")]))
        assert _held(image) == draft.id


class TestPublishing:
    def test_a_published_draft_is_gone(self, alice, keep, frozen_clock, announced, make_image):
        image = make_image(by=alice)
        draft = keep(alice, "写完了", image_ids=[image.id])
        post = operations.publish_draft(draft, by=alice, now=frozen_clock())
        assert (post.text, post.client_key, queries.drafts_of(alice)) == ("写完了", KEY, [])
        assert announced == [PostPublished(post.id, alice.id)]
        assert queries.images_of([post.id])[post.id][0].image_id == image.id

    def test_publishing_from_the_composer_clears_its_draft_and_no_other(self, alice, bob, keep, frozen_clock):
        keep(alice), keep(bob), keep(alice, key="another")
        operations.publish(by=alice, text="写完了", now=frozen_clock(), client_key=KEY)
        assert [draft.client_key for draft in queries.drafts_of(alice)] == ["another"]
        assert len(queries.drafts_of(bob)) == 1

    def test_a_refused_draft_stays(self, alice, keep, frozen_clock):
        draft = keep(alice, "字" * 2001)
        with pytest.raises(operations.NotPublishable):
            operations.publish_draft(draft, by=alice, now=frozen_clock())
        assert queries.drafts_of(alice) == [draft]

    def test_others_find_nothing(self, alice, bob, keep):
        draft = keep(alice)
        with pytest.raises(NotFound):
            queries.draft_or_404(draft.id, of=bob)
        assert queries.draft_or_404(draft.id, of=alice) is draft


class TestScheduling:
    def test_goes_out_once_at_its_time(self, alice, keep, in_an_hour, frozen_clock, work_off, announced):
        draft = keep(alice, "准点见", publish_at=in_an_hour)
        assert announced == [PostScheduled(draft.id, in_an_hour.isoformat())]
        work_off()
        frozen_clock.forward(minutes=59)
        work_off()
        assert (db.session.query(Post).count(), queries.scheduled_of(alice)) == (0, [draft])
        frozen_clock.forward(minutes=1, seconds=1)
        work_off()
        post = db.session.query(Post).one()
        assert (post.text, post.author_id, queries.scheduled_of(alice)) == ("准点见", alice.id, [])
        assert post.created_at >= in_an_hour
        work_off()
        assert db.session.query(Post).count() == 1

    def test_another_time_makes_the_first_void(self, alice, keep, in_an_hour, frozen_clock, work_off):
        draft = keep(alice, "改到晚上", publish_at=in_an_hour)
        operations.schedule(draft, by=alice, at=in_an_hour + timedelta(hours=3), now=frozen_clock())
        work_off()
        frozen_clock.forward(hours=2)
        work_off()
        assert db.session.query(Post).count() == 0
        frozen_clock.forward(hours=3)
        work_off()
        assert db.session.query(Post).count() == 1

    def test_without_a_time_it_stays_a_draft(self, alice, keep, in_an_hour, frozen_clock, work_off):
        draft = keep(alice, publish_at=in_an_hour)
        operations.unschedule(draft, by=alice, now=frozen_clock())
        frozen_clock.forward(hours=2)
        work_off()
        assert (queries.drafts_of(alice), queries.scheduled_of(alice)) == ([draft], [])
        assert db.session.query(Post).count() == 0

    def test_thrown_away_it_never_goes_out(self, alice, keep, in_an_hour, frozen_clock, work_off):
        operations.discard_draft(keep(alice, publish_at=in_an_hour), by=alice)
        frozen_clock.forward(hours=2)
        work_off()
        assert db.session.query(Post).count() == 0

    def test_published_by_hand_it_does_not_go_out_again(self, alice, keep, in_an_hour, frozen_clock, work_off):
        operations.publish_draft(keep(alice, publish_at=in_an_hour), by=alice, now=frozen_clock())
        frozen_clock.forward(hours=2)
        work_off()
        assert db.session.query(Post).count() == 1

    def test_what_cannot_go_out_says_why_to_its_author(
        self, alice, keep, in_an_hour, frozen_clock, work_off, announced, make_image
    ):
        image = make_image(by=alice)
        draft = keep(alice, "图被用掉了", image_ids=[image.id], publish_at=in_an_hour)
        operations.publish(by=alice, text="抢先", image_ids=[image.id], now=frozen_clock())
        frozen_clock.forward(hours=2)
        work_off()
        assert ScheduledPostFailed(draft.id, alice.id) in announced
        assert [one.text for one in db.session.query(Post)] == ["抢先"]
        assert "图片" in draft.failure
        assert queries.scheduled_of(alice) == [draft]
        keep(alice, "不要图了", publish_at=frozen_clock.at + timedelta(hours=1))
        assert draft.failure == ""
        frozen_clock.forward(hours=2)
        work_off()
        assert sorted(one.text for one in db.session.query(Post)) == ["不要图了", "抢先"]

    def test_not_too_soon_and_not_too_far(self, alice, keep, frozen_clock):
        now = frozen_clock.at
        assert _reason(lambda: keep(alice, publish_at=now + timedelta(seconds=30))) == "too_soon"
        assert _reason(lambda: keep(alice, publish_at=now - timedelta(days=1))) == "too_soon"
        assert _reason(lambda: keep(alice, publish_at=now + timedelta(days=366))) == "too_far"
        assert keep(alice, publish_at=now + timedelta(seconds=61)).publish_at

    def test_what_could_never_go_out_is_refused_at_once(self, alice, keep, in_an_hour):
        assert _reason(lambda: keep(alice, " \n", publish_at=in_an_hour)) == "empty"
        assert _reason(lambda: keep(alice, "字" * 2001, publish_at=in_an_hour)) == "too_long"
        poll = PollWriting([OptionWriting("只有一个")])
        assert _reason(lambda: keep(alice, poll=poll, publish_at=in_an_hour)) == "too_few_options"
        assert db.session.query(Draft).count() == 0

    def test_fifty_wait_at_most(self, alice, keep, in_an_hour):
        for number in range(50):
            keep(alice, key=str(number), publish_at=in_an_hour)
        assert _reason(lambda: keep(alice, key="one more", publish_at=in_an_hour)) == "too_many_scheduled"
        assert keep(alice, key="7", publish_at=in_an_hour + timedelta(hours=1)).publish_at

    def test_a_half_written_change_never_slips_into_what_waits(self, alice, keep, in_an_hour):
        draft = keep(alice, "写好了", publish_at=in_an_hour)
        assert _reason(lambda: keep(alice, "写好了吗")) == "is_waiting"
        assert draft.content["text"] == "写好了"

    def test_the_next_one_comes_first(self, alice, keep, in_an_hour):
        keep(alice, "晚", key="a", publish_at=in_an_hour + timedelta(hours=1))
        keep(alice, "早", key="b", publish_at=in_an_hour)
        assert [draft.content["text"] for draft in queries.scheduled_of(alice)] == ["早", "晚"]


def _held(image):
    db.session.refresh(image)
    return image.attached_to if image.guard == "draft" else None


def test_held_pictures_are_not_attached_yet(alice, keep, make_image):
    image = make_image(by=alice)
    keep(alice, image_ids=[image.id])
    assert db.session.get(Image, image.id).attached_at is None


def test_a_picture_taken_out_before_publishing_is_let_go(alice, keep, make_image, frozen_clock):
    stays, goes = make_image(by=alice), make_image(by=alice)
    keep(alice, image_ids=[stays.id, goes.id])
    operations.publish(by=alice, text="发", now=frozen_clock(), client_key=KEY, image_ids=[stays.id])
    db.session.refresh(goes)
    assert (goes.guard, goes.attached_to, goes.attached_at) == ("", None, None)
