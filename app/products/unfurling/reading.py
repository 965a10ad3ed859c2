"""Putting together what the sources say: JSON-LD, then OpenGraph, then microdata, then what stands on the page."""

from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from app.products.unfurling.currencies import local_currency
from app.products.unfurling.decoding import decode
from app.products.unfurling.jsonld import jsonld_values
from app.products.unfurling.microdata import microdata_items
from app.products.unfurling.opengraph import opengraph_finding, says_article, says_product
from app.products.unfurling.pages import Page, page_of
from app.products.unfurling.readings import Confidence, Finding, PageReading
from app.products.unfurling.schema_org import Node, is_article, main_product, nodes_in
from app.products.unfurling.schema_product import product_finding, text_of
from app.products.unfurling.shops import shop_finding
from app.products.unfurling.texts import picture_url, plain
from app.products.unfurling.titles import best_title
from app.products.unfurling.urls import clean_url, domain_of
from app.products.unfurling.visible import visible_finding


def read_page(body: bytes, url: str, charset_header: str | None = None) -> PageReading:
    """Read a page's bytes. Never fails; a page that says nothing gives its domain as the title.

    A price is given only for a product, and only one that the page states.
    """
    page = page_of(decode(body, charset_header), url)
    opengraph = opengraph_finding(page)
    nodes = nodes_in(jsonld_values(page.tree))
    items = nodes_in(microdata_items(page.tree, url))
    shop = shop_finding(page)
    found = [finding for nodes_of in (nodes, items) if (finding := _schema_finding(nodes_of, page, opengraph))]
    if is_article(nodes) and says_article(page) and shop is None:
        return _page_reading(page, opengraph, nodes)
    sources = _ordered(found, opengraph, shop, has_jsonld=bool(nodes) and bool(found))
    is_product = bool(found) or shop is not None or says_product(page)
    if not any(source.price for source in sources if is_product) and _may_show_a_price(page, nodes):
        visible = visible_finding(page, best_title(page, found, opengraph, shop), is_product=is_product)
        if visible is not None:
            is_product = True
            sources.append(visible)
    if not is_product:
        return _page_reading(page, opengraph, nodes)
    return _product_reading(page, found, opengraph, shop, sources)


def _schema_finding(nodes: list[Node], page: Page, opengraph: Finding) -> Finding | None:
    titles = [title for title in (opengraph.title, page.heading, page.title_tag) if title]
    product = main_product(nodes, url=page.url, titles=titles)
    return product_finding(product, nodes, url=page.url, territory=page.territory) if product else None


def _ordered(found: list[Finding], opengraph: Finding, shop: Finding | None, *, has_jsonld: bool) -> list[Finding]:
    first = found[:1] if has_jsonld else []
    rest = found[len(first) :]
    return [*first, opengraph, *rest, *([shop] if shop else [])]


def _may_show_a_price(page: Page, nodes: list[Node]) -> bool:
    """Front pages and things to read sell nothing by themselves, whatever their frame advertises."""
    parts = urlsplit(page.url)
    is_front = parts.path.strip("/") in ("", "index.html", "index.php") and not parts.query
    return not is_front and not says_article(page) and not is_article(nodes)


def _product_reading(
    page: Page, found: list[Finding], opengraph: Finding, shop: Finding | None, sources: list[Finding]
) -> PageReading:
    priced = next((source for source in sources if source.price), Finding())
    currency = priced.currency or next((source.currency for source in sources if source.currency), None)
    schema = next(iter(found), Finding())
    detail = [*found, *([shop] if shop else []), opengraph]
    states = [source.availability for source in (*sources, *found) if source.availability != "unknown"]
    base = _page_reading(page, opengraph, [])
    return replace(
        base,
        kind="product",
        title=best_title(page, found, opengraph, shop) or base.title,
        description=schema.description or base.description,
        price=priced.price,
        currency=(currency or local_currency(page.territory)) if priced.price else None,
        list_price=next(
            (s.list_price for s in sources if s.list_price and priced.price and s.list_price > priced.price), None
        ),
        availability=states[0] if states else "unknown",
        image_url=_picture(page, detail),
        shop_name=opengraph.seller or schema.seller or base.shop_name,
        brand=next((source.brand for source in detail if source.brand), ""),
        sku=next((source.sku for source in detail if source.sku), ""),
        gtin=next((source.gtin for source in detail if source.gtin), ""),
        price_confidence=_confidence(priced, sources, has_markup=priced in [*found, opengraph]),
    )


def _confidence(priced: Finding, sources: list[Finding], *, has_markup: bool) -> Confidence:
    others = [source for source in sources if source.price and source is not priced]
    agrees = all(other.price == priced.price for other in others if other.currency in (None, priced.currency))
    same_money = all(other.currency in (None, priced.currency) for other in others)
    return "high" if has_markup and agrees and same_money and priced.is_price_certain else "low"


def _page_reading(page: Page, opengraph: Finding, nodes: list[Node]) -> PageReading:
    domain = domain_of(page.url)
    headline = next((plain(text_of(node.get("headline"))) for node in nodes if node.get("headline")), "")
    return PageReading(
        kind="page",
        title=best_title(page, [], replace(opengraph, title=opengraph.title or headline), None) or domain or page.url,
        description=opengraph.description,
        price=None,
        currency=None,
        list_price=None,
        availability="unknown",
        image_url=_picture(page, [opengraph]),
        shop_name=opengraph.seller or domain,
        domain=domain,
        canonical_url=_canonical_url(page, opengraph),
        brand="",
        sku="",
        gtin="",
        price_confidence="low",
    )


def _picture(page: Page, findings: list[Finding]) -> str | None:
    linked = [str(link.get("href") or "") for link in page.tree.iterfind(".//link[@rel='image_src']")]
    marked = [str(image.get("src") or "") for image in page.tree.iterfind(".//img[@itemprop='image']")]
    return picture_url([*(image for finding in findings for image in finding.images), *linked, *marked], page.url)


def _canonical_url(page: Page, opengraph: Finding) -> str:
    """What the page calls its own address, if that is a page of the same shop and not its front page."""
    own = clean_url(page.url)
    for claimed in (page.canonical, opengraph.url):
        address = clean_url(claimed, page.url) if claimed else ""
        if address and domain_of(address) == domain_of(page.url) and urlsplit(address).path.strip("/"):
            return address
    return own or urljoin(page.url, "/")
