"""Great shops that publish no metadata: where they keep what on a product's page."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from app.products.unfurling.availabilities import availability_told
from app.products.unfurling.microdata import text_inside
from app.products.unfurling.pages import Page
from app.products.unfurling.prices import Amount, text_amount
from app.products.unfurling.readings import Finding
from app.products.unfurling.texts import plain


@dataclass(frozen=True)
class Shop:
    """Addresses of one shop's product pages, and the elements to look at, best first.

    A selector is `#id`, `.class`, `#id .class` or `name=field`.
    """

    hosts: re.Pattern[str]
    item: re.Pattern[str]
    title: tuple[str, ...]
    price: tuple[str, ...]
    image: tuple[str, ...]
    list_price: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    brand: tuple[str, ...] = ()
    currency: str | None = None


SHOPS = (
    Shop(
        hosts=re.compile(r"(^|\.)amazon\.[a-z.]{2,6}$"),
        item=re.compile(r"/(?:dp|gp/product|gp/aw/d|exec/obidos/ASIN)/([A-Z0-9]{10})"),
        title=("#productTitle", "#title", "#ebooksProductTitle"),
        price=(
            "#corePriceDisplay_desktop_feature_div .apexPriceToPay",
            "#corePriceDisplay_desktop_feature_div .priceToPay",
            "#corePrice_desktop .apexPriceToPay",
            "#corePrice_feature_div .a-offscreen",
            "#priceblock_dealprice",
            "#priceblock_saleprice",
            "#priceblock_ourprice",
            "#price_inside_buybox",
            "#newBuyBoxPrice",
            "#apex_desktop .a-offscreen",
            "#buyNewSection .offer-price",
            "#kindle-price",
        ),
        list_price=("#listPrice", "#price .priceBlockStrikePriceString"),
        image=("#landingImage", "#imgBlkFront", "#ebooksImgBlkFront"),
        state=("#availability", "#outOfStock"),
        brand=("#bylineInfo",),
    ),
    Shop(
        hosts=re.compile(r"(^|\.)(taobao|tmall)\.(com|hk)$"),
        item=re.compile(r"/item\.htm.*[?&]id=(\d+)|/i(\d+)\.htm"),
        title=(".tb-main-title", ".tb-detail-hd", ".ItemHeader--mainTitle"),
        price=(
            "#J_PromoPriceNum",
            "#J_PromoPrice .tm-price",
            "#J_StrPrice .tb-rmb-num",
            "#J_StrPriceModBox .tm-price",
            "name=current_price",
        ),
        image=("#J_ImgBooth", "#J_UlThumb"),
        state=("#J_isOffSale", ".tb-hint"),
        currency="CNY",
    ),
    Shop(
        hosts=re.compile(r"(^|\.)jd\.(com|hk)$"),
        item=re.compile(r"/(\d{5,})\.html"),
        title=(".sku-name", "#itemName", ".title-text"),
        price=(".J-presale-price", ".p-price .price", ".summary-price .price", "#jdPrice", "#priceSale"),
        image=("#spec-img", "#firstImg"),
        state=("#store-prompt", ".itemover-tip"),
        currency="CNY",
    ),
    Shop(
        hosts=re.compile(r"(^|\.)ebay\.[a-z.]{2,6}$"),
        item=re.compile(r"/itm/(?:[^/]+/)?(\d{9,})"),
        title=("#itemTitle", ".x-item-title__mainTitle"),
        price=("#prcIsum", "#mm-saleDscPrc", "#prcIsum_bidPrice", ".x-price-primary"),
        image=("#icImg",),
    ),
    Shop(
        hosts=re.compile(r"(^|\.)(yangkeduo|pinduoduo|1688|suning|dangdang|vip|kaola)\.com$"),
        item=re.compile(r"goods_id=(\d+)|/offer/(\d+)\.html|/(\d{6,})\.html|detail-(\d+-\d+)"),
        title=("#itemDisplayName", ".name_info", ".d-title", ".pib-title-detail", ".product-title"),
        price=("#dd-price", "#promotionPrice .price", ".mainprice", ".sp-price", ".price-now"),
        image=("#largePic", "#bigImg"),
        currency="CNY",
    ),
)


def shop_finding(page: Page) -> Finding | None:
    """What a known shop's product page says; None for any other page."""
    for shop in SHOPS:
        if item := _item_number(shop, page):
            return _read(shop, page, item)
    return None


def _item_number(shop: Shop, page: Page) -> str:
    for address in (page.url, page.canonical):
        parts = urlsplit(address)
        found = shop.item.search(f"{parts.path}?{parts.query}") if shop.hosts.search(parts.hostname or "") else None
        if found:
            return next((group for group in found.groups() if group), "")
    return ""


def _read(shop: Shop, page: Page, item: str) -> Finding:
    amount = _first_amount(shop.price, page)
    list_amount = _first_amount(shop.list_price, page)
    titles = (_title_in(element) for selector in shop.title for element in _select(page.tree, selector))
    states = (text_inside(element, 300) for selector in shop.state for element in _select(page.tree, selector))
    is_dearer = bool(amount and list_amount and list_amount.value > amount.value)
    return Finding(
        title=next((title for title in titles if title), ""),
        price=amount.value if amount else None,
        currency=(amount.currency or shop.currency) if amount else None,
        list_price=list_amount.value if list_amount and is_dearer else None,
        availability=availability_told(" ".join(states)),
        images=[
            image for selector in shop.image for element in _select(page.tree, selector) for image in _images(element)
        ],
        brand=next((_brand(text_inside(e, 80)) for selector in shop.brand for e in _select(page.tree, selector)), ""),
        sku=item,
        is_price_certain=True,
    )


def _first_amount(selectors: tuple[str, ...], page: Page) -> Amount | None:
    for selector in selectors:
        for element in _select(page.tree, selector):
            amount = text_amount(element.get("value") or text_inside(element, 80), None, page.territory)
            if amount:
                return amount
    return None


def _select(tree: HtmlElement, selector: str) -> list[HtmlElement]:
    if selector.startswith("name="):
        return list(tree.xpath("//input[@name=$name]", name=selector[5:]))
    found = [tree]
    for step in selector.split():
        if step.startswith("#"):
            found = [inner for outer in found for inner in outer.xpath(".//*[@id=$id]", id=step[1:])]
        else:
            test = ".//*[contains(concat(' ', normalize-space(@class), ' '), $name)]"
            found = [inner for outer in found for inner in outer.xpath(test, name=f" {step[1:]} ")]
    return found[:8]


def _title_in(element: HtmlElement) -> str:
    return plain(element.get("data-title") or text_inside(element, 600))


def _brand(text: str) -> str:
    words = r"^(?:Brand|Visit the|Marca|Marke|Marque|品牌)\s*[:：]?\s*|\s+Store$|^Visita lo Store di\s+"
    return plain(re.sub(words, "", text.strip()), 80)


def _images(element: HtmlElement) -> list[str]:
    """Addresses on an image or on the first image inside, the largest first."""
    image = element if element.tag == "img" else next(element.iter("img"), element)
    sizes: list[str] = []
    with suppress(ValueError):
        sizes = list(json.loads(image.get("data-a-dynamic-image") or "{}"))
    names = ("data-old-hires", "data-origin", "data-src", "data-ks-lazyload", "src")
    return [url for url in (*(image.get(name) or "" for name in names), *sizes) if url and not url.startswith("data:")]
