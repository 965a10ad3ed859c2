"""Publishing and reposting: what a person can observe and what was announced."""

from decimal import Decimal
from types import ModuleType

import pytest

from app.kernel.database import db
from app.kernel.errors import Reason
from app.posts import operations, queries, rules
from app.posts.events import PostPublished, PostReposted
from app.posts.models import (
    PostImage,
    PostMention,
    Topic,
)


@pytest.fixture
def publish(frozen_clock):
    def act(by, text="今天的风很好。", **values):
        return operations.publish(by=by, text=text, now=frozen_clock(), **values)

    return act


@pytest.fixture
def repost(frozen_clock):
    def act(original, by, text="", **values):
        return operations.repost(original, by=by, text=text, now=frozen_clock(), **values)

    return act


@pytest.fixture(autouse=True)
def counters_agree(app, frozen_clock):
    yield
    assert queries.miscounts() == []


class TestPublishing:
    def test_is_stored_counted_and_announced(self, alice, publish, announced):
        post = publish(alice, "  第一条\r\n微博  ")
        assert (post.text, post.audience, post.label, alice.post_count) == ("第一条\n微博", "public", "", 1)
        assert announced == [PostPublished(post.id, alice.id)]

    @pytest.mark.parametrize("text", ["", "   \n ", "\u0000"])
    def test_empty_is_refused(self, alice, publish, text):
        assert _reason(lambda: publish(alice, text)) == "empty"
        assert alice.post_count == 0

    def test_2000_characters_and_not_one_more(self, alice, publish):
        publish(alice, "字" * 2000)
        publish(alice, "a" * 4000)
        assert _reason(lambda: publish(alice, "字" * 2000 + "a")) == "too_long"

    def test_pictures_keep_their_order_and_words(self, alice, publish, make_image):
        images = [make_image(by=alice) for _ in range(9)]
        post = publish(alice, "", image_ids=[image.id for image in reversed(images)], alts={images[0].id: " 山 "})
        rows = queries.images_of([post.id])[post.id]
        assert [row.image_id for row in rows] == [image.id for image in reversed(images)]
        assert [row.alt for row in rows] == [""] * 8 + ["山"]
        assert all(image.attached_at for image in images)

    def test_a_tenth_picture_is_refused(self, alice, publish, make_image):
        ids = [make_image(by=alice).id for _ in range(10)]
        assert _reason(lambda: publish(alice, "十", image_ids=ids)) == "too_many_images"
        assert db.session.query(PostImage).count() == 0

    def test_pictures_of_others_or_used_ones_are_refused(self, alice, bob, publish, make_image):
        foreign, own = make_image(by=bob), make_image(by=alice)
        publish(alice, "用过", image_ids=[own.id])
        for image_id in (foreign.id, own.id, 42):
            assert _reason(lambda image_id=image_id: publish(alice, "图", image_ids=[image_id])) == "image_not_yours"

    def test_too_long_a_description(self, alice, publish, make_image):
        image = make_image(by=alice)
        assert (
            _reason(lambda: publish(alice, "图", image_ids=[image.id], alts={image.id: "长" * 501})) == "alt_too_long"
        )

    def test_cards_keep_the_price_of_the_moment_and_bring_the_label(self, alice, publish, make_product):
        kettle, cup = make_product(price="129"), make_product("茶杯", price=None)
        post = publish(alice, "好物", product_ids=[kettle.id, cup.id, kettle.id])
        rows = queries.cards_of([post.id])[post.id]
        assert [(row.product_id, row.price_at_posting) for row in rows] == [(kettle.id, Decimal(129)), (cup.id, None)]
        assert (post.label, kettle.post_count) == ("ad", 1)

    def test_ten_cards_or_unknown_ones_are_refused(self, alice, publish, make_product):
        ids = [make_product().id for _ in range(10)]
        assert _reason(lambda: publish(alice, "十", product_ids=ids)) == "too_many_cards"
        assert _reason(lambda: publish(alice, "无", product_ids=[42])) == "product_gone"
        assert _reason(lambda: publish(alice, "无", link_id=42)) == "link_gone"
        assert _reason(lambda: publish(alice, "谁", audience="moon")) == "bad_audience"

    def test_topics_are_made_once_and_counted(self, alice, publish):
        publish(alice, "#早餐# 和 #Coffee# 再来 #早餐#")
        publish(alice, "#coffee#")
        counts = {topic.key: (topic.name, topic.post_count) for topic in db.session.query(Topic)}
        assert counts == {"早餐": ("早餐", 1), "coffee": ("Coffee", 2)}

    def test_mentions_know_the_account_and_where_they_stand(self, alice, bob, publish):
        post = publish(alice, "问 @鲍勃大V 和 @nobody_here 和 @BOB")
        named = [(one["value"], one["id"], post.text[one["start"] : one["end"]]) for one in post.entities]
        assert named == [("鲍勃大V", bob.id, "@鲍勃大V"), ("BOB", bob.id, "@BOB")]
        assert [row.account_id for row in db.session.query(PostMention)] == [bob.id]

    def test_whoever_blocked_the_author_is_not_named(self, alice, enemy, publish):
        assert publish(alice, "喂 @enemy").entities == []
        assert db.session.query(PostMention).count() == 0

    def test_a_new_account_names_five_strangers_a_day(self, alice, publish, make_account, make_follow, frozen_clock):
        people = [make_account() for _ in range(7)]
        make_follow(by=people[6], of=alice)
        publish(alice, " ".join(f"@{one.handle}" for one in people[:3]))
        publish(alice, " ".join(f"@{one.handle}" for one in people[2:5]) + f" @{people[6].handle}")
        assert _reason(lambda: publish(alice, f"@{people[5].handle}")) == "too_many_strangers"
        frozen_clock.forward(days=1)
        publish(alice, f"@{people[5].handle}")

    def test_nobody_names_more_than_twenty(self, alice, publish, make_account, frozen_clock):
        people = [make_account() for _ in range(21)]
        frozen_clock.forward(days=8)
        assert _reason(lambda: publish(alice, " ".join(f"@{one.handle}" for one in people))) == "too_many_mentions"
        publish(alice, " ".join(f"@{one.handle}" for one in people[:20]))

    def test_the_same_key_is_the_same_post(self, alice, bob, publish, make_image, announced):
        image = make_image(by=alice)
        first = publish(alice, "一次", client_key="k", image_ids=[image.id])
        again = publish(alice, "一次", client_key="k", image_ids=[image.id])
        assert again.id == first.id
        assert publish(alice, "一次", client_key="k").id == first.id
        assert publish(bob, "别人", client_key="k").id != first.id
        assert (len(announced), alice.post_count) == (2, 1)


class TestReposting:
    def test_counts_parent_and_root_once_each(self, alice, bob, carol, publish, repost, announced):
        root = publish(alice)
        first = repost(root, bob, "看这个")
        second = repost(first, carol, "也看", comment_on=[root.id])
        assert (root.repost_count, first.repost_count, second.repost_count) == (2, 1, 0)
        assert (second.parent_id, second.root_id, second.depth) == (first.id, root.id, 2)
        heard = [event for event in announced if isinstance(event, PostReposted)]
        assert heard[-1] == PostReposted(second.id, first.id, root.id, carol.id, comment_on=(root.id,))
        assert (bob.post_count, carol.post_count) == (1, 1)

    def test_label_comes_from_the_root_and_words_count_for_the_product(
        self, alice, bob, carol, publish, repost, make_product
    ):
        kettle = make_product()
        root = publish(alice, "壶", product_ids=[kettle.id])
        worded, silent = repost(root, bob, "我也有"), repost(root, carol)
        assert (worded.label, silent.label) == ("ad", "ad")
        db.session.refresh(kettle)
        assert kettle.post_count == 2
        found = db.session.scalars(queries.posts_about(kettle.id, viewer=None))
        assert {post.id for post in found} == {root.id, worded.id}

    def test_140_characters_and_not_one_more(self, alice, bob, publish, repost):
        root = publish(alice)
        repost(root, bob, "字" * 140)
        assert _reason(lambda: repost(root, bob, "字" * 140 + "a")) == "too_long"

    def test_what_is_gone_cannot_be_passed_on(self, alice, bob, carol, publish, repost, delete):
        root = publish(alice)
        first = repost(root, bob, "活着")
        second = repost(first, carol, "也活着")
        delete(first, bob)
        assert _reason(lambda: repost(first, alice)) == "deleted"
        repost(second, alice, "根还在")
        delete(root, alice)
        assert _reason(lambda: repost(root, bob)) == "deleted"
        assert _reason(lambda: repost(second, bob)) == "root_deleted"

    @pytest.mark.parametrize("audience", ["fans", "mutuals", "self"])
    def test_only_what_is_public_spreads(self, alice, bob, publish, repost, make_follow, audience):
        make_follow(by=bob, of=alice)
        make_follow(by=alice, of=bob)
        post = publish(alice, audience=audience)
        expected = "not_visible" if audience == "self" else "not_public"
        assert _reason(lambda: repost(post, bob)) == expected
        assert _reason(lambda: repost(post, alice)) == "not_public"

    def test_blocks_count_for_parent_and_root(self, alice, enemy, bob, publish, repost):
        theirs = publish(enemy)
        assert _reason(lambda: repost(theirs, alice)) == "blocked"
        assert _reason(lambda: repost(repost(theirs, bob, "转"), alice)) == "blocked"

    def test_words_become_comments_on_parent_and_root_only(self, alice, bob, publish, repost):
        root, other = publish(alice), publish(alice)
        assert _reason(lambda: repost(root, bob, comment_on=[other.id])) == "not_in_chain"

    def test_the_same_key_survives_the_end_of_the_root(self, alice, bob, publish, repost, delete):
        root = publish(alice)
        first = repost(root, bob, "一次", client_key="k")
        assert repost(root, bob, "一次", client_key="k").id == first.id
        delete(root, alice)
        assert repost(root, bob, "一次", client_key="k").id == first.id
        assert root.repost_count == 1


def test_reasons_are_sentences_without_shouting():
    rooms = [room for room in vars(rules).values() if isinstance(room, ModuleType)]
    reasons = [value for room in rooms for value in vars(room).values() if isinstance(value, Reason)]
    assert len(reasons) > 40
    assert all(str(reason)[-1] in ".。" and not set(str(reason)) & set("!！") for reason in reasons)


def _reason(act):
    with pytest.raises((operations.NotPublishable, operations.NotRepostable, operations.NotDeletable)) as refused:
        act()
    return refused.value.reason.code
