"""Pasting links and noting what is behind them."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from app.kernel import clock
from app.kernel.database import db
from app.products import events, operations
from app.products.models import Link, PriceObservation, Product
from app.products.unfurling import PageReading

KETTLE = PageReading(
    kind="product",
    title="山野手冲壶",
    description="一只慢慢出水的壶",
    price=Decimal("129.00"),
    currency="CNY",
    list_price=None,
    availability="in_stock",
    image_url=None,
    shop_name="山野小铺",
    domain="shop.example",
    canonical_url="https://shop.example/kettle",
    brand="山野",
    sku="K-1",
    gtin="",
    price_confidence="high",
)
ARTICLE = replace(KETTLE, kind="page", title="一篇文章", price=None, currency=None, sku="", brand="")


def paste(alice, url="https://shop.example/kettle?utm_source=x", **values):
    return operations.paste_link(url, by=alice, now=clock.now(), **values)


def test_a_link_is_fetched_once_for_the_whole_site(alice, bob, announced):
    first, second = paste(alice), paste(bob)
    assert first.id == second.id
    assert announced == [events.LinkPasted(first.id)]


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("file:///etc/passwd", "bad_scheme"),
        ("javascript:alert(1)", "bad_scheme"),
        ("http://127.0.0.1/", "private_address"),
        ("http://169.254.169.254/latest/meta-data", "private_address"),
        ("http://[::1]/", "private_address"),
        ("http://10.1.2.3/", "private_address"),
        ("http://user:pass@shop.example/", "bad_url"),
    ],
)
def test_addresses_that_are_condemned_at_sight(alice, url, code):
    with pytest.raises(operations.NotALink) as refusal:
        paste(alice, url)
    assert refusal.value.reason.code == code
    assert db.session.scalar(select(func.count()).select_from(Link)) == 0


def test_loopback_is_opened_by_trust_alone(alice):
    assert paste(alice, "http://127.0.0.1:9/x", trust_loopback=True).status == "pending"
    with pytest.raises(operations.NotALink):
        paste(alice, "http://10.0.0.1/x", trust_loopback=True)


def test_a_product_page_becomes_a_product(alice, announced):
    link = paste(alice)
    operations.resolve(link, reading=KETTLE, image=None, now=clock.now())
    product = db.session.get(Product, link.product_id)
    assert (link.status, product.title) == ("product", "山野手冲壶")
    assert (product.price, product.currency) == (Decimal(129), "CNY")
    assert product.url == "https://shop.example/kettle"
    assert announced[-1] == events.LinkResolved(link.id, "product")


def test_an_article_becomes_a_preview_without_a_price(alice):
    link = paste(alice)
    operations.resolve(link, reading=ARTICLE, image=None, now=clock.now())
    assert (link.status, link.title, link.product_id) == ("page", "一篇文章", None)
    assert db.session.scalar(select(func.count()).select_from(Product)) == 0


def test_two_addresses_of_one_article_number_are_one_product(alice):
    one, two = paste(alice), paste(alice, "https://shop.example/kettle?color=red")
    operations.resolve(one, reading=KETTLE, image=None, now=clock.now())
    operations.resolve(two, reading=KETTLE, image=None, now=clock.now())
    assert one.product_id == two.product_id


def test_a_strangers_page_cannot_reprice_another_shops_product(alice):
    one, two = paste(alice), paste(alice, "https://evil.example/kettle")
    real = replace(KETTLE, gtin="4006381333931")
    operations.resolve(one, reading=real, image=None, now=clock.now())
    fake = replace(real, domain="evil.example", canonical_url="https://evil.example/kettle", price=Decimal(1))
    operations.resolve(two, reading=fake, image=None, now=clock.now())
    assert db.session.get(Product, one.product_id).price == Decimal(129)
    assert one.product_id != two.product_id


def test_every_price_seen_is_kept(alice, frozen_clock, announced):
    link = paste(alice)
    for days, price in ((0, "129"), (2, "129"), (3, "99"), (3, "99")):
        at = clock.now() + timedelta(days=days)
        operations.resolve(link, reading=replace(KETTLE, price=Decimal(price)), image=None, now=at)
    seen = db.session.scalars(select(PriceObservation.price).order_by(PriceObservation.seen_at)).all()
    assert seen == [Decimal(129), Decimal(129), Decimal(99)]
    assert events.ProductChanged(link.product_id) in announced


def test_a_failed_fetch_says_why_and_may_be_tried_again(alice, frozen_clock, announced):
    link = paste(alice)
    operations.resolve_to_nothing(link, problem="too_slow", now=clock.now())
    assert (link.status, link.failure) == ("failed", "too_slow")
    frozen_clock.forward(minutes=1)
    assert paste(alice).status == "pending"
    assert announced[-1] == events.LinkPasted(link.id)


def test_a_failed_refresh_keeps_what_was_known(alice):
    link = paste(alice)
    operations.resolve(link, reading=KETTLE, image=None, now=clock.now())
    operations.resolve_to_nothing(link, problem="too_slow", now=clock.now())
    assert link.status == "product"
