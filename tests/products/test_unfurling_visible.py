"""Reading pages without markup: visible prices, encodings, and pages made to do harm."""

import random
from decimal import Decimal

import pytest

from app.products.unfurling import canonical_key, read_page
from tests.products.unfurling_pages import URL, page

BUY = "<button class='add-to-cart'>Add to cart</button>"
VISIBLE = "<main><h1>Enamel Kettle 2 l</h1>{}" + BUY + "</main>"


@pytest.mark.parametrize(
    ("markup", "price", "currency"),
    [
        ("<p class='price'>£34.99</p>", "34.99", "GBP"),
        ("<p class='price'><del>£50.00</del> <ins>£34.99</ins></p>", "34.99", "GBP"),
        ("<span class='old-price'>€ 50,00</span><span class='new-price'>€ 34,<sup>99</sup></span>", "34.99", "EUR"),
        ("<p class='product-new-price'>173<sup>34</sup> <span>Lei</span></p>", "173.34", "RON"),
        ("<b>¥</b><b class='price'>1,299.00</b>", "1299.00", "CNY"),
        ("<div class='pdeal'>最低價$<span>29</span>元起/罐</div>", "29", "CNY"),
        ("<span style='color:red'>294</span><span> 元 </span>", "294", "CNY"),
        ("<div class='price'>44 890 тг</div>", "44890", "KZT"),
    ],
)
def test_a_visible_price_below_the_heading_is_read_with_low_confidence(markup: str, price: str, currency: str) -> None:
    reading = page(body=VISIBLE.format(markup))
    assert (reading.kind, reading.price, reading.currency) == ("product", Decimal(price), currency)
    assert reading.price_confidence == "low"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Free delivery over £50</p>",
        "<p class='shipping-price'>£4.99</p>",
        "<div class='related-products'><p class='price'>£34.99</p></div>",
        "<p class='price'><del>£50.00</del></p>",
        "<p class='price'>Save £10.00</p>",
        "<p class='price'>Ask for the price</p>",
    ],
)
def test_what_is_not_the_price_is_not_taken_for_it(markup: str) -> None:
    assert page(body=VISIBLE.format(markup)).price is None


def test_a_visible_price_needs_something_to_buy_and_a_page_of_its_own() -> None:
    shown = "<h1>Enamel Kettle 2 l</h1><p class='price'>£34.99</p>"
    assert page(body=shown).price is None
    assert page(body=shown + BUY, url="https://www.shop.test/").price is None
    assert page('<meta property="og:type" content="article">', shown + BUY).price is None


def test_a_known_shop_without_markup_is_read_by_its_places() -> None:
    body = (
        "<h3 class='tb-main-title' data-title='白色键盘外壳'></h3><strong id='J_StrPrice'><em>¥</em>"
        "<em class='tb-rmb-num'>149.00 - 159.00</em></strong>"
    )
    url = "https://item.taobao.com/item.htm?id=562283240178&spm=a1z10"
    reading = page(body=body, title="白色键盘外壳-淘宝网", url=url)
    assert (reading.title, reading.price, reading.currency) == ("白色键盘外壳", Decimal("149.00"), "CNY")
    assert canonical_key(reading) == "sku:item.taobao.com:562283240178"


@pytest.mark.parametrize(
    ("encoding", "header", "meta", "title"),
    [
        ("utf-8", None, "gbk", "搪瓷水壶 真正好用"),
        ("utf-8-sig", "gbk", "", "搪瓷水壶"),
        ("gbk", "gbk", "", "搪瓷水壶"),
        ("gb18030", None, "gb2312", "搪瓷水壶𠮷"),
        ("gbk", "utf-8", "gbk", "搪瓷水壶"),
        ("gbk", None, "", "搪瓷水壶手工烧制老式煤气灶可用"),
        ("big5", None, "big5", "琺瑯水壺"),
        ("shift_jis", None, "shift_jis", "ホーローのやかん"),
        ("shift_jis", None, "", "ホーローのやかん"),
        ("euc-jp", "EUC-JP", "", "ホーローのやかん"),
        ("euc-kr", None, "euc-kr", "법랑 주전자"),
        ("iso-8859-1", None, "iso-8859-1", "Bouilloire émaillée à sifflet"),
        ("windows-1252", None, "", "Théière “émail” – 5 €"),
        ("windows-1251", "windows-1251", "", "Чайник эмалированный"),
        ("utf-16", None, "", "搪瓷水壶"),
        ("iso-2022-jp", "iso-2022-jp", "", "やかん"),
    ],
)
def test_any_encoding_is_read_whatever_was_declared(encoding: str, header: str | None, meta: str, title: str) -> None:
    tag = f'<meta charset="{meta}">' if meta else ""
    html = f"<html><head>{tag}<title>{title}</title></head><body></body></html>"
    assert read_page(html.encode(encoding), URL, header).title == title


@pytest.mark.parametrize("body", [b"", b"\0" * 100, b"<", b"\xff\xfe", b"<html>", b"\xef\xbb\xbf", b"{}", b"<title>"])
def test_nothing_at_all_is_a_page_named_after_its_domain(body: bytes) -> None:
    reading = read_page(body, URL)
    assert (reading.kind, reading.title, reading.price) == ("page", "shop.test", None)


def test_rubbish_is_survived() -> None:
    rubbish = random.Random(7)
    pieces = [
        "<div",
        ">",
        "</",
        "<script>",
        "itemscope",
        '"',
        "price",
        "{",
        "[",
        "\0",
        "é",
        "<title>",
        "1,2",
        "€",
        "&#x0;",
    ]
    for _ in range(150):
        html = "".join(rubbish.choices(pieces, k=80))
        assert read_page(html.encode(), URL).domain == "shop.test"


@pytest.mark.parametrize(
    "hostile",
    [
        "<div itemscope itemprop=a>" * 20_000,
        "<div itemscope><div itemscope itemprop=a>" + "<i itemprop=price>1</i>" * 20_000,
        "<div id=a>" + "<i itemprop=b>x</i>" * 5_000 + "</div>" + "<p itemscope itemref='a'></p>" * 2_000,
        '<script type="application/ld+json">' + "[" * 200_000 + "</script>",
        '<script type="application/ld+json">' + "/*" * 200_000 + "</script>",
        "<h1>Enamel Kettle 2 l</h1>" + "<div class=price>" * 20_000,
        "<h1>Enamel Kettle 2 l</h1><p class=price>" + "1 " * 200_000,
    ],
    ids=["deep items", "wide items", "references", "deep json", "open comments", "deep prices", "long price"],
)
def test_hostile_pages_take_linear_time(hostile: str) -> None:
    """Each of these took minutes with the libraries' own walks; a few seconds is the most a slow machine needs."""
    assert page('<meta property="og:type" content="product">', hostile).title.startswith("Enamel Kettle")
