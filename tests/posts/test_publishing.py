"""Publishing with all that a composer offers: polls, groups, folds, marks, permissions, videos."""

from datetime import timedelta

import pytest

from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.posts import operations, queries
from app.posts.events import PollOpened
from app.posts.models import OptionWriting, Poll, PollOption, PollWriting, Post, Writing
from app.relationships.models import Group, GroupMember


@operation
def make_group(owner, at, *members):
    group = add(Group(owner_id=owner.id, name="密友", created_at=at))
    for member in members:
        add(GroupMember(group_id=group.id, account_id=member.id, created_at=at))
    return group


def poll(*texts, **values):
    return PollWriting([OptionWriting(text) for text in texts], **values)


class TestPolls:
    def test_options_in_their_order_with_pictures_and_products(
        self, alice, publish, make_image, make_product, frozen_clock, announced
    ):
        image, kettle = make_image(by=alice), make_product()
        options = [
            OptionWriting(" 红 \n茶 ", image_id=image.id),
            OptionWriting("壶", product_id=kettle.id),
            OptionWriting("水"),
        ]
        post = publish(alice, "喝什么", poll=PollWriting(options, most=2, open_for=60))
        rows = db.session.query(PollOption).order_by(PollOption.position).all()
        assert [(row.text, row.image_id, row.product_id) for row in rows] == [
            ("红 茶", image.id, None), ("壶", None, kettle.id), ("水", None, None),
        ]  # fmt: skip
        asked = db.session.query(Poll).one()
        assert (asked.most, asked.closes_at - post.created_at) == (2, timedelta(hours=1))
        assert (post.has_poll, post.label) == (True, "ad")
        assert (image.guard, image.attached_to) == ("post", post.id)
        assert PollOpened(post.id) in announced
        assert (queries.cards_of([post.id]), kettle.post_count) == ({}, 0)

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            (poll("一"), "too_few_options"),
            (poll(*map(str, range(10))), "too_many_options"),
            (poll("一", "  "), "option_empty"),
            (poll("一", "字" * 20 + "a"), "option_too_long"),
            (poll("Tea", "tea "), "option_twice"),
            (poll("一", "二", most=3), "bad_most"),
            (poll("一", "二", most=0), "bad_most"),
            (poll("一", "二", open_for=4), "bad_length"),
            (poll("一", "二", open_for=30 * 24 * 60 + 1), "bad_length"),
            (PollWriting([OptionWriting("一", 1, 2), OptionWriting("二")]), "option_overloaded"),
            (PollWriting([OptionWriting("一", 7), OptionWriting("二")]), "image_not_yours"),
            (PollWriting([OptionWriting("一", product_id=7), OptionWriting("二")]), "product_gone"),
        ],
    )
    def test_what_cannot_be_asked(self, alice, publish, asked, code):
        assert _reason(publish, alice, poll=asked) == code
        assert db.session.query(Post).count() == 0

    def test_the_longest_and_the_most(self, alice, publish):
        publish(alice, poll=poll(*("字" * 19 + str(number) * 2 for number in range(9)), most=9, open_for=30 * 24 * 60))
        publish(alice, "", poll=poll("一", "二", open_for=5))

    def test_one_picture_stands_in_one_place(self, alice, publish, make_image):
        image = make_image(by=alice)
        twice = PollWriting([OptionWriting("一", image.id), OptionWriting("二", image.id)])
        assert _reason(publish, alice, poll=twice) == "image_not_yours"
        both = PollWriting([OptionWriting("一", image.id), OptionWriting("二")])
        assert _reason(publish, alice, poll=both, image_ids=[image.id]) == "image_not_yours"


class TestChoices:
    def test_all_are_kept(self, alice, publish):
        post = publish(
            alice, reposters="mutuals", commenters="followed", approves_comments=True, is_folded=True,
            fold_note=" 剧透\n大结局 ", is_ai_made=True, audience="fans",
        )  # fmt: skip
        kept = (post.reposters, post.commenters, post.approves_comments, post.is_folded, post.fold_note)
        assert kept == ("mutuals", "followed", True, True, "剧透 大结局")
        assert (post.is_ai_made, post.audience) == (True, "fans")

    @pytest.mark.parametrize(
        ("values", "code"),
        [
            ({"reposters": "followed"}, "bad_permission"),
            ({"commenters": "mutuals"}, "bad_permission"),
            ({"is_folded": True, "fold_note": "字" * 21}, "note_too_long"),
            ({"audience": "moon"}, "bad_audience"),
            ({"audience": "group"}, "group_gone"),
            ({"audience": "group", "group_id": 7}, "group_gone"),
            ({"video_id": 7}, "video_not_yours"),
        ],
    )
    def test_what_cannot_be_chosen(self, alice, publish, values, code):
        assert _reason(publish, alice, **values) == code

    def test_a_note_without_a_fold_and_a_group_without_its_audience_are_dropped(self, alice, publish, frozen_clock):
        post = publish(alice, fold_note="剧透", group_id=make_group(alice, frozen_clock()).id)
        assert (post.fold_note, post.group_id) == ("", None)

    def test_for_a_group(self, alice, bob, carol, publish, frozen_clock):
        group = make_group(alice, frozen_clock(), bob)
        post = publish(alice, audience="group", group_id=group.id)
        repost = operations.repost(publish(carol), by=alice, text="看", now=frozen_clock(), audience="group",
                                   group_id=group.id)  # fmt: skip
        for one in (post, repost):
            assert queries.may_see(one.id, bob)
            assert queries.may_see(one.id, alice)
            assert not queries.may_see(one.id, carol)
            assert not queries.may_see(one.id, None)
        assert _reason(publish, bob, audience="group", group_id=group.id) == "group_gone"

    def test_who_leaves_the_group_sees_it_no_longer_and_without_the_group_nobody(
        self, alice, bob, publish, frozen_clock
    ):
        group = make_group(alice, frozen_clock(), bob)
        post = publish(alice, audience="group", group_id=group.id)
        db.session.query(GroupMember).delete()
        assert not queries.may_see(post.id, bob)
        db.session.delete(group)
        db.session.flush()
        db.session.refresh(post)
        assert (post.audience, post.group_id) == ("group", None)
        assert queries.may_see(post.id, alice)
        assert not queries.may_see(post.id, bob)


class TestVideos:
    def test_hangs_on_the_post_and_goes_with_it(self, alice, publish, make_video, frozen_clock):
        video = make_video(by=alice)
        post = publish(alice, "", video_id=video.id)
        assert (post.video_id, video.guard, video.attached_to) == (video.id, "post", post.id)
        assert _reason(publish, alice, video_id=video.id) == "video_not_yours"
        operations.delete(post, by=alice, now=frozen_clock())
        frozen_clock.forward(seconds=15)
        operations.purge(post.id, frozen_clock())
        operations.clear_away_files(post.id)
        assert (post.video_id, db.session.query(type(video)).count()) == (None, 0)

    def test_ones_own_and_without_pictures(self, alice, bob, publish, make_video, make_image):
        assert _reason(publish, alice, video_id=make_video(by=bob).id) == "video_not_yours"
        image, video = make_image(by=alice), make_video(by=alice)
        assert _reason(publish, alice, video_id=video.id, image_ids=[image.id]) == "video_alone"


def test_a_writing_is_published_as_it_stands(alice, frozen_clock):
    writing = Writing(text="存稿", audience="fans")
    first = operations.publish_writing(writing, by=alice, now=frozen_clock(), client_key="k")
    again = operations.publish_writing(writing, by=alice, now=frozen_clock(), client_key="k")
    assert (first.text, first.audience, again.id) == ("存稿", "fans", first.id)


def _reason(publish, by, **values):
    with pytest.raises(operations.NotPublishable) as refused:
        publish(by, **values)
    return refused.value.reason.code
