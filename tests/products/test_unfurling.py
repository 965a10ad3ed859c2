"""Reading pages with markup, whole and broken."""

import json
from decimal import Decimal

import pytest

from app.products.unfurling import PageReading
from tests.products.unfurling_pages import KETTLE, URL, jsonld, page


def kettle(**offer: object) -> str:
    return jsonld({**KETTLE, "offers": {"@type": "Offer", "priceCurrency": "EUR", **offer}})


def test_a_product_in_jsonld_is_read_whole() -> None:
    assert page(jsonld(KETTLE)) == PageReading(
        kind="product",
        title="Enamel Kettle 2 l",
        description="",
        price=Decimal("129.00"),
        currency="CNY",
        list_price=None,
        availability="in_stock",
        image_url="https://www.shop.test/img/kettle.jpg",
        shop_name="shop.test",
        domain="shop.test",
        canonical_url=URL,
        brand="Emalia",
        sku="K-2",
        gtin="4006381333931",
        price_confidence="high",
    )


@pytest.mark.parametrize(
    "text",
    [
        "// a comment\n%s",
        "<!-- hidden from old browsers -->%s",
        "/* generated */ %s;",
        "<![CDATA[%s]]>",
        "%s,",
        "null",
        '{"@type": "Organization", "name": "Shop"}\n%s',
    ],
)
def test_jsonld_is_mended_where_it_is_not_quite_json(text: str) -> None:
    broken = text.replace("%s", json.dumps(KETTLE))
    reading = page(jsonld(broken) + (jsonld(KETTLE) if "%s" not in text else ""))
    assert reading.price == Decimal("129.00")


def test_control_characters_and_trailing_commas_are_forgiven() -> None:
    text = json.dumps(KETTLE).replace("Enamel Kettle", "Enamel\x07\n Kettle").replace('"CNY",', '"CNY",,'[:-1])
    assert page(jsonld(text[:-1] + ",}")).title == "Enamel Kettle 2 l"


def test_one_broken_script_does_not_spoil_the_next() -> None:
    assert page(jsonld('{"@type": "Product", "name": ') + jsonld(KETTLE)).price == Decimal("129.00")


def test_a_graph_with_references_is_followed() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "name": "Shop"},
            {"@type": "Product", "name": "Enamel Kettle 2 l", "offers": {"@id": "#offer"}},
            {"@type": "Offer", "@id": "#offer", "price": 12.5, "priceCurrency": "EUR"},
        ]
    }
    assert (page(jsonld(graph)).price, page(jsonld(graph)).currency) == (Decimal("12.5"), "EUR")


def test_of_several_offers_one_in_stock_is_chosen() -> None:
    offers = [
        {"price": "70", "priceCurrency": "EUR", "availability": "OutOfStock"},
        {"price": "80", "priceCurrency": "EUR", "availability": "http://schema.org/InStock"},
    ]
    reading = page(jsonld({**KETTLE, "offers": offers}))
    assert (reading.price, reading.availability) == (Decimal(80), "in_stock")


def test_variants_of_a_group_are_read_and_the_one_in_the_address_wins() -> None:
    def variant(size: str, price: int) -> dict[str, object]:
        offer = {"price": price, "priceCurrency": "EUR"}
        return {"@type": "Product", "url": f"{URL}?size={size}", "offers": offer}

    group = {"@type": "ProductGroup", "name": "Enamel Kettle 2 l", "hasVariant": [variant("s", 10), variant("l", 20)]}
    assert page(jsonld(group), url=f"{URL}?size=l").price == Decimal(20)
    assert page(jsonld(group)).price == Decimal(10)


def test_price_specifications_tell_list_prices_and_members_apart() -> None:
    specifications = [
        {"@type": "UnitPriceSpecification", "price": "200", "priceType": "https://schema.org/ListPrice"},
        {"@type": "UnitPriceSpecification", "price": "90", "validForMemberTier": {"name": "Gold"}},
        {"@type": "UnitPriceSpecification", "price": "150"},
    ]
    reading = page(kettle(priceSpecification=specifications))
    assert (reading.price, reading.list_price) == (Decimal(150), Decimal(200))


def test_an_aggregate_gives_its_lowest_price() -> None:
    assert page(kettle(**{"@type": "AggregateOffer", "lowPrice": "9.90", "highPrice": "20"})).price == Decimal("9.90")


@pytest.mark.parametrize("price", ["0", "0.00", "", "-1", None, "call us", True])
def test_what_is_no_price_stays_without_one(price: object) -> None:
    reading = page(kettle(price=price))
    assert (reading.kind, reading.price, reading.currency) == ("product", None, None)


def test_opengraph_is_enough_and_may_write_name_for_property() -> None:
    head = (
        '<meta name="og:type" content="product"><meta name="og:title" content="Enamel Kettle &amp;amp; Lid">'
        '<meta property="product:price:amount" content="48,00"><meta property="product:price:currency" content="USD">'
        '<meta property="product:availability" content="oos"><meta property="og:site_name" content="Kettle House">'
    )
    reading = page(head)
    assert (reading.kind, reading.title, reading.shop_name) == ("product", "Enamel Kettle & Lid", "Kettle House")
    assert (reading.price, reading.currency, reading.availability) == (Decimal("48.00"), "USD", "out_of_stock")


def test_of_repeated_price_tags_the_first_complete_one_counts() -> None:
    tags = "".join(f'<meta property="product:price:amount" content="{amount}">' for amount in ("", "129", "999"))
    assert page(tags + '<meta property="product:price:currency" content="CNY">').price == Decimal(129)


def test_microdata_is_read_with_its_references() -> None:
    body = (
        '<div itemscope itemtype="http://schema.org/Product" itemref="more"><h1 itemprop="name">Enamel Kettle 2 l</h1>'
        '<div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price">€ 97,39 - 128,72'
        '</span><link itemprop="availability" href="http://schema.org/PreOrder"></div></div>'
        '<p id="more"><span itemprop="sku">K-2</span></p>'
    )
    reading = page(body=body)
    assert (reading.price, reading.currency) == (Decimal("97.39"), "EUR")
    assert (reading.sku, reading.availability) == ("K-2", "preorder")


def test_sources_that_disagree_lower_the_confidence() -> None:
    tags = '<meta property="product:price:amount" content="119"><meta property="product:price:currency" content="CNY">'
    assert page(jsonld(KETTLE)).price_confidence == "high"
    reading = page(jsonld(KETTLE) + tags)
    assert (reading.price, reading.price_confidence) == (Decimal("129.00"), "low")


def test_other_products_on_the_page_do_not_lend_their_price() -> None:
    other = {"@type": "Product", "name": "Copper Pan", "offers": {"price": "5", "priceCurrency": "EUR"}}
    bare = {key: value for key, value in KETTLE.items() if key != "offers"}
    assert page(jsonld({**bare, "isRelatedTo": [other]})).price is None
    assert page(jsonld([other, KETTLE])).price == Decimal("129.00")


def test_a_shelf_of_many_products_is_no_product() -> None:
    names = ("Copper Pan", "Steel Pot", "Glass Jar")
    shelf = [{"@type": "Product", "name": name, "offers": {"price": "5"}} for name in names]
    reading = page(jsonld(shelf), title="All things for the kitchen")
    assert (reading.kind, reading.price) == ("page", None)


def test_an_article_about_a_product_is_an_article() -> None:
    article = {"@type": "NewsArticle", "headline": "The best kettles", "about": KETTLE}
    head = '<meta property="og:type" content="article">' + jsonld([article, KETTLE])
    assert (page(head).kind, page(head).price) == ("page", None)


def test_a_title_of_one_word_gives_way_to_the_fuller_one() -> None:
    reading = page(
        jsonld({**KETTLE, "name": "EMALIA"}) + '<meta property="og:title" content="EMALIA Kettle, red, 2 l">'
    )
    assert reading.title == "EMALIA Kettle, red, 2 l"


def test_an_og_title_that_is_only_the_shop_gives_way_to_the_heading() -> None:
    head = '<meta property="og:type" content="product"><meta property="og:title" content="Kettle House">'
    assert page(head, "<h1>Red Enamel Pot</h1>", title="Red Enamel Pot").title == "Red Enamel Pot"
