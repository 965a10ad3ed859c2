"""Editing: what may change, what is kept, who hears of it."""

from decimal import Decimal

import pytest

from app.kernel.database import db
from app.kernel.transactions import operation
from app.media import operations as media
from app.notifications.models import Notice
from app.posts import operations, presenters, queries, rules
from app.posts.events import PostEdited
from app.posts.models import PostMention, PostVersion
from app.posts.queries import topic_or_none


@pytest.fixture
def publish(frozen_clock):
    def act(by, text="今天的风很好。", **values):
        return operations.publish(by=by, text=text, now=frozen_clock(), **values)

    return act


@pytest.fixture
def edit(frozen_clock):
    def act(post, by, text, **values):
        operations.edit(post, by=by, text=text, now=frozen_clock(), **values)

    return act


@pytest.fixture(autouse=True)
def counters_agree(app, frozen_clock):
    yield
    assert queries.miscounts() == []


class TestWords:
    def test_change_and_the_old_ones_are_kept(self, alice, publish, edit, announced, frozen_clock):
        post = publish(alice, "今天的风很好。")
        edited_at = frozen_clock.forward(hours=1)
        edit(post, alice, " 今天的风很大。\r\n")
        assert (post.text, post.version) == ("今天的风很大。", 2)
        assert post.edited_at >= edited_at
        kept = queries.versions_of(post)
        assert [(one.number, one.text, one.created_at) for one in kept] == [(1, "今天的风很好。", post.created_at)]
        assert announced[-1] == PostEdited(post.id, alice.id)

    def test_a_second_edit_keeps_when_the_first_was_made(self, alice, publish, edit, frozen_clock):
        post = publish(alice, "一")
        edit(post, alice, "二")
        first_edit = post.edited_at
        frozen_clock.forward(hours=1)
        edit(post, alice, "三")
        assert [(one.number, one.text) for one in queries.versions_of(post)] == [(1, "一"), (2, "二")]
        assert queries.versions_of(post)[1].created_at == first_edit

    def test_the_same_again_changes_nothing(self, alice, publish, edit, announced):
        post = publish(alice, "一")
        edit(post, alice, "二")
        edit(post, alice, "二", version=1)
        assert post.version == 2
        assert announced.count(PostEdited(post.id, alice.id)) == 1

    def test_another_window_was_faster(self, alice, publish, edit):
        post = publish(alice, "一")
        edit(post, alice, "二", version=1)
        assert _reason(lambda: edit(post, alice, "三", version=1)) == "edited_meanwhile"
        assert post.text == "二"

    def test_fifty_versions_and_not_one_more(self, alice, publish, edit):
        post = publish(alice, "0")
        for number in range(1, rules.VERSIONS_MAX):
            edit(post, alice, str(number))
        assert _reason(lambda: edit(post, alice, "noch eins")) == "too_many_versions"

    @pytest.mark.parametrize(("text", "code"), [("", "nothing_left"), ("字" * 2001, "too_long")])
    def test_what_it_cannot_say(self, alice, publish, edit, text, code):
        post = publish(alice)
        assert _reason(lambda: edit(post, alice, text)) == code
        assert queries.versions_of(post) == []

    def test_nobody_else_edits(self, alice, bob, mod, publish, edit):
        post = publish(alice)
        for other in (bob, mod):
            assert _reason(lambda other=other: edit(post, other, "别的")) == "not_yours"

    def test_a_deleted_post_is_not_edited(self, alice, publish, edit, frozen_clock):
        post = publish(alice)
        operations.delete(post, by=alice, now=frozen_clock())
        assert _reason(lambda: edit(post, alice, "别的")) == "deleted"


class TestReposts:
    def test_words_of_140_and_no_pictures(self, alice, bob, publish, edit, make_image, frozen_clock):
        repost = operations.repost(publish(alice), by=bob, text="好", now=frozen_clock())
        edit(repost, bob, "字" * 140)
        assert _reason(lambda: edit(repost, bob, "字" * 141)) == "too_long"
        picture = make_image(by=bob)
        assert _reason(lambda: edit(repost, bob, "图", image_ids=[picture.id])) == "no_images"

    def test_words_that_come_and_go_count_for_the_product(self, alice, bob, publish, edit, make_product, frozen_clock):
        kettle = make_product()
        post = publish(alice, "壶", product_ids=[kettle.id])
        repost = operations.repost(post, by=bob, text="", now=frozen_clock())
        edit(repost, bob, "我也有")
        assert kettle.post_count == 2
        edit(repost, bob, "")
        assert kettle.post_count == 1

    def test_say_that_the_original_was_edited(self, alice, bob, carol, publish, edit, frozen_clock):
        post = publish(alice)
        before = operations.repost(post, by=bob, text="", now=frozen_clock())
        frozen_clock.forward(minutes=1)
        edit(post, alice, "改过了")
        frozen_clock.forward(minutes=1)
        after = operations.repost(post, by=carol, text="", now=frozen_clock())
        assert [presenters.post_view(one, viewer=alice).root_changed for one in (before, after)] == [True, False]


class TestWhatIsNamed:
    def test_only_the_newly_named_hear_of_it(self, alice, bob, carol, publish, edit, work_off):
        post = publish(alice, f"@{bob.handle} 看")
        work_off()
        edit(post, alice, f"@{bob.handle} @{carol.handle} 看")
        work_off()
        told = db.session.query(Notice.account_id, Notice.actor_count).filter_by(kind="mention", post_id=post.id)
        assert sorted(told) == sorted([(bob.id, 1), (carol.id, 1)])

    def test_who_is_no_longer_named_is_no_longer_found(self, alice, bob, publish, edit):
        post = publish(alice, f"@{bob.handle} 看")
        edit(post, alice, "看")
        assert db.session.query(PostMention).filter_by(post_id=post.id).count() == 0

    def test_topics_are_counted_anew(self, alice, publish, edit):
        post = publish(alice, "#茶# #水#")
        edit(post, alice, "#茶# #咖啡# #咖啡#")
        counts = {name: topic_or_none(name).post_count for name in ("茶", "水", "咖啡")}
        assert counts == {"茶": 1, "水": 0, "咖啡": 1}


class TestPictures:
    def test_come_go_and_change_places(self, alice, publish, edit, make_image, frozen_clock):
        first, second, third = (make_image(by=alice) for _ in range(3))
        post = publish(alice, "图", image_ids=[first.id, second.id], alts={first.id: "山"})
        edit(post, alice, "图", image_ids=[third.id, first.id], alts={first.id: "高山"})
        rows = queries.images_of([post.id])[post.id]
        assert [(row.image_id, row.alt) for row in rows] == [(third.id, ""), (first.id, "高山")]
        kept = queries.versions_of(post)[0].images
        assert kept == [{"id": first.id, "alt": "山"}, {"id": second.id, "alt": ""}]
        assert (third.guard, third.attached_to) == ("post", post.id)

    def test_one_taken_away_stays_until_the_post_goes(self, alice, publish, edit, make_image, work_off, frozen_clock):
        picture = make_image(by=alice)
        picture_id = picture.id
        post = publish(alice, "图", image_ids=[picture.id])
        edit(post, alice, "没有图了")
        frozen_clock.forward(days=2)
        media.remove_orphans(frozen_clock())
        assert picture_id in queries.pictures_in(queries.versions_of(post))
        operations.delete(post, by=alice, now=frozen_clock())
        frozen_clock.forward(minutes=1)
        work_off()
        assert queries.versions_of(post) == []
        assert queries.pictures_in([PostVersion(images=[{"id": picture_id, "alt": ""}])]) == {}

    def test_it_can_be_put_back(self, alice, publish, edit, make_image):
        picture = make_image(by=alice)
        post = publish(alice, "图", image_ids=[picture.id])
        edit(post, alice, "没有图了")
        edit(post, alice, "又有了", image_ids=[picture.id])
        assert [row.image_id for row in queries.images_of([post.id])[post.id]] == [picture.id]

    def test_only_unused_ones_of_ones_own(self, alice, bob, publish, edit, make_image):
        post, other = publish(alice), publish(alice, "", image_ids=[make_image(by=alice).id])
        used = queries.images_of([other.id])[other.id][0].image_id
        for image_id in (used, make_image(by=bob).id, 12345):
            assert _reason(lambda image_id=image_id: edit(post, alice, "图", image_ids=[image_id])) == "image_not_yours"

    def test_nine_and_a_description_of_500(self, alice, publish, edit, make_image):
        post = publish(alice)
        images = [make_image(by=alice).id for _ in range(10)]
        assert _reason(lambda: edit(post, alice, "图", image_ids=images)) == "too_many_images"
        long = {images[0]: "字" * 501}
        assert _reason(lambda: edit(post, alice, "图", image_ids=images[:1], alts=long)) == "alt_too_long"


class TestWhatIsLocked:
    def test_cards_price_and_label_stay(self, alice, bob, publish, edit, make_product, frozen_clock):
        kettle = make_product(price="129")
        post = publish(alice, "壶", product_ids=[kettle.id])
        operations.repost(post, by=bob, text="", now=frozen_clock())
        operation(lambda: setattr(kettle, "price", Decimal(99)))()
        edit(post, alice, "")
        row = queries.cards_of([post.id])[post.id][0]
        assert (row.product_id, row.price_at_posting, post.label) == (kettle.id, 129, "ad")

    def test_a_link_that_pays_brings_the_label_and_it_does_not_leave_again(self, alice, publish, edit):
        post = publish(alice, "好物")
        edit(post, alice, "好物 https://shop.example/p?aff_id=7&tag=x-20")
        labelled = post.label
        edit(post, alice, "好物")
        assert (labelled, post.label) == ("ad", "ad")


def _reason(act):
    with pytest.raises(operations.NotEditable) as refused:
        act()
    return refused.value.reason.code
