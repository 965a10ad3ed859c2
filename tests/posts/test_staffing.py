"""Topics out of lists, labels added, products made one: what follows for posts, wishes, messages and people."""

import pytest

from app.engagement import operations as engagement
from app.kernel.database import db
from app.notifications.models import Notice
from app.posts import operations, queries
from app.posts.models import PostProduct, ProductPost
from app.products import operations as products
from app.products.models import Link
from app.wiring import COUNTERS


def told(code):
    return [notice.account_id for notice in db.session.query(Notice).filter_by(code=code)]


@pytest.fixture
def topic(alice, operator, frozen_clock):
    operations.publish(by=alice, text="#好物#", now=frozen_clock())
    found = queries.topic_or_none("好物")
    operations.tend_as_staff(found, lead="", host=alice, by=operator, now=frozen_clock())
    return found


def test_a_withheld_topic_stands_in_no_list_and_its_host_hears(topic, alice, operator, frozen_clock, work_off):
    operations.withhold_from_lists(topic, reason="刷屏", by=operator, now=frozen_clock())
    operations.withhold_from_lists(topic, reason="再来", by=operator, now=frozen_clock())
    work_off()
    assert queries.topics_like("好") == []
    assert queries.busy_topics(since=topic.created_at, limit=5) == []
    assert topic.withheld_reason == "刷屏"
    assert told("topic_withheld") == [alice.id]
    operations.bring_back_to_lists(topic, reason="", by=operator, now=frozen_clock())
    work_off()
    assert [one.name for one in queries.topics_like("好")] == ["好物"]
    assert told("topic_shown") == [alice.id]


def test_a_label_is_added_and_the_author_hears(alice, mod, frozen_clock, work_off):
    post = operations.publish(by=alice, text="买它", now=frozen_clock())
    operations.label_as_ad(post, reason="带链接", by=mod, now=frozen_clock())
    work_off()
    assert post.label == "ad"
    assert told("post_labelled") == [alice.id]
    for text in ("再来一次", ""):
        with pytest.raises(operations.NotStaffed):
            operations.label_as_ad(post, reason=text, by=mod, now=frozen_clock())


def test_a_deleted_post_is_not_labelled(alice, mod, frozen_clock):
    post = operations.publish(by=alice, text="买它", now=frozen_clock())
    operations.delete(post, by=alice, now=frozen_clock())
    with pytest.raises(operations.NotStaffed) as refusal:
        operations.label_as_ad(post, reason="带链接", by=mod, now=frozen_clock())
    assert refusal.value.reason.code == "post_gone"


def test_two_products_become_one(alice, bob, carol, commerce, make_product, frozen_clock):
    kettle, same, third = (make_product(title=title) for title in ("壶", "同款壶", "更早的壶"))
    for product in (third,):
        products.merge(product, kettle, reason="", by=commerce, now=frozen_clock())
    only = operations.publish(by=alice, text="壶", now=frozen_clock(), product_ids=[kettle.id])
    both = operations.publish(by=bob, text="两个", now=frozen_clock(), product_ids=[kettle.id, same.id])
    gone = operations.publish(by=bob, text="删了", now=frozen_clock(), product_ids=[kettle.id])
    operations.delete(gone, by=bob, now=frozen_clock())
    operations.repost(only, by=carol, text="我也有", now=frozen_clock())
    operations.repost(only, by=bob, text="", now=frozen_clock())
    for person, product in ((alice, kettle), (bob, kettle), (bob, same), (carol, same)):
        engagement.want(product, by=person, now=frozen_clock())
    link = products.paste_link("https://shop.example/kettle", by=alice, now=frozen_clock())
    link.product_id, link.status = kettle.id, "product"
    db.session.commit()

    products.merge(kettle, same, reason="同一件", by=commerce, now=frozen_clock())
    db.session.expire_all()

    assert (kettle.state, kettle.merged_into_id, third.merged_into_id) == ("merged", same.id, same.id)
    assert (kettle.post_count, kettle.want_count, same.post_count, same.want_count) == (0, 0, 3, 3)
    cards = db.session.query(PostProduct.post_id, PostProduct.product_id).all()
    assert sorted(cards) == sorted([(only.id, same.id), (both.id, same.id), (gone.id, same.id)])
    assert db.session.query(ProductPost).filter_by(product_id=kettle.id).count() == 0
    assert db.session.get(Link, link.id).product_id == same.id
    assert [miscount for counters in COUNTERS for miscount in counters()] == []


def test_what_cannot_be_merged(commerce, make_product, frozen_clock):
    kettle, same = make_product(), make_product()
    with pytest.raises(products.NotDecided):
        products.merge(kettle, kettle, reason="", by=commerce, now=frozen_clock())
    products.merge(kettle, same, reason="", by=commerce, now=frozen_clock())
    for one, other in ((kettle, same), (same, kettle)):
        with pytest.raises(products.NotDecided):
            products.merge(one, other, reason="", by=commerce, now=frozen_clock())
    with pytest.raises(products.NotDecided):
        products.block(kettle, reason="假货", by=commerce, now=frozen_clock())


def test_a_blocked_product_hangs_on_no_new_post(alice, commerce, make_product, frozen_clock):
    fake = make_product()
    products.block(fake, reason="假货", by=commerce, now=frozen_clock())
    with pytest.raises(operations.NotPublishable):
        operations.publish(by=alice, text="壶", now=frozen_clock(), product_ids=[fake.id])


def test_who_still_means_a_merged_product_shows_the_other_once(alice, commerce, make_product, frozen_clock):
    kettle, same = make_product(), make_product()
    products.merge(kettle, same, reason="", by=commerce, now=frozen_clock())
    post = operations.publish(by=alice, text="壶", now=frozen_clock(), product_ids=[kettle.id, same.id])
    db.session.expire_all()
    assert [row.product_id for row in db.session.query(PostProduct).filter_by(post_id=post.id)] == [same.id]
    assert (kettle.post_count, same.post_count) == (0, 1)
    products.block(same, reason="假货", by=commerce, now=frozen_clock())
    with pytest.raises(operations.NotPublishable):
        operations.publish(by=alice, text="壶", now=frozen_clock(), product_ids=[kettle.id])
