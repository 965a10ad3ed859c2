"""Amounts and addresses: what a number means, and which addresses are the same."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.products.unfurling import affiliate_parameters, canonical_key, clean_url, domain_of
from app.products.unfurling.prices import machine_amount, text_amount
from tests.products.unfurling_pages import KETTLE, jsonld, page


@pytest.mark.parametrize(
    ("text", "currency", "value", "is_certain"),
    [
        ("129.00", "CNY", "129.00", True),
        (129.9, "CNY", "129.9", True),
        ("24.990", "CLP", "24990", True),
        ("1.299", "EUR", "1299", False),
        ("1.250", "KWD", "1.250", True),
        ("0.999", "USD", "1.00", True),
        ("1,299.00", "USD", "1299.00", True),
        ("1.299,00", "EUR", "1299.00", True),
    ],
)
def test_amounts_in_markup(text: object, currency: str, value: str, is_certain: bool) -> None:
    amount = machine_amount(text, currency, None)
    assert amount is not None
    assert (amount.value, amount.is_certain) == (Decimal(value), is_certain)


@pytest.mark.parametrize(
    ("text", "territory", "value", "currency"),
    [
        ("¥1,299.00", None, "1299.00", "CNY"),
        ("￥1299", "JP", "1299", "JPY"),
        ("1.2万元", None, "12000", "CNY"),
        ("NT$2,320", None, "2320", "TWD"),
        ("$99", "TW", "99", "TWD"),
        ("$24.990", "CL", "24990", "CLP"),
        ("44 890 ₸", None, "44890", "KZT"),
        ("499,00 €\n499,00 €", None, "499.00", "EUR"),
        ("1'299.– CHF", None, "1299", "CHF"),
        ("１２９元", None, "129", "CNY"),
        ("502,20 – 558,00 б.р.", None, "502.20", "BYN"),
    ],
)
def test_amounts_in_texts(text: str, territory: str | None, value: str, currency: str) -> None:
    amount = text_amount(text, None, territory)
    assert amount is not None
    assert (amount.value, amount.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("https://shop.test/a?utm_source=x&b=2&a=1#top", "https://shop.test/a?a=1&b=2"),
        ("HTTPS://Shop.Test:443/a", "https://shop.test/a"),
        ("https://www.amazon.com/dp/B01/ref=sr_1_1?tag=me-20&th=1&qid=3", "https://www.amazon.com/dp/B01?th=1"),
        ("https://item.taobao.com/item.htm?id=5&spm=a.b&ali_trackid=2", "https://item.taobao.com/item.htm?id=5"),
        ("https://shop.test/a?from=2020&price=9&source=x", "https://shop.test/a?from=2020&price=9&source=x"),
        ("javascript:alert(1)", ""),
        ("https://[bad/", ""),
    ],
)
def test_clean_addresses_keep_what_chooses_the_page(url: str, cleaned: str) -> None:
    assert clean_url(url) == cleaned


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.amazon.de/dp/B0?tag=me-21", {"tag"}),
        ("https://blog.test/?tag=kettles", set()),
        ("https://item.jd.com/1.html?unionId=7", {"unionId"}),
        ("https://s.click.taobao.com/AbC", {"host"}),
        ("https://shop.test/?irclickid=1&ranMID=2&page=3", {"irclickid", "ranMID"}),
        ("https://shop.test/?utm_source=news&pid=4", set()),
        ("https://shop.test/?aff_id=", set()),
    ],
)
def test_affiliate_marks_are_found_and_plain_links_left_alone(url: str, found: set[str]) -> None:
    assert affiliate_parameters(url) == found


def test_the_key_is_the_article_number_else_the_shops_number_else_the_address() -> None:
    reading = page(jsonld(KETTLE))
    assert canonical_key(reading) == "gtin:04006381333931"
    assert canonical_key(replace(reading, gtin="")) == "sku:shop.test:k-2"
    bare = replace(reading, gtin="", sku="", canonical_url="http://www.shop.test/kettle/?utm_medium=x")
    assert canonical_key(bare) == "url:shop.test/kettle"


def test_domains_are_named_as_people_name_them() -> None:
    assert domain_of("https://m.shop.test/x") == domain_of("https://WWW.Shop.Test:8443/") == "shop.test"
    assert domain_of("https://www.test/") == "www.test"
