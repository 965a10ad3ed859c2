"""Reading one schema.org product, from JSON-LD or microdata alike."""

import re
from collections.abc import Iterator
from typing import Any

from app.products.unfurling.availabilities import availability_named
from app.products.unfurling.currencies import currency_of
from app.products.unfurling.prices import Amount, machine_amount
from app.products.unfurling.readings import Availability, Finding
from app.products.unfurling.schema_org import Node, resolved, types_of
from app.products.unfurling.texts import LONGEST_DESCRIPTION, plain

_GTINS = ("gtin13", "gtin", "gtin14", "gtin12", "gtin8", "ean", "isbn", "upc")
_LIST_PRICES = ("listprice", "srp", "msrp", "strikethroughprice", "suggestedretailprice", "regularprice")
_MOST_OFFERS = 300


def product_finding(product: Node, nodes: list[Node], *, url: str, territory: str | None) -> Finding:
    """What a schema.org product says, its offer chosen: the one for this address, else one in stock, else the first."""
    variants = _variants(product, nodes, url)
    offers = [offer for node in (product, *variants) for offer in _offers(node, nodes)][:_MOST_OFFERS]
    told = {id(offer): availability_named(text_of(offer.get("availability"))) for offer in offers}
    priced = [(offer, amount) for offer in offers if (amount := _price(offer, nodes, territory))]
    offer, amount = _chosen(priced, told, url)
    return Finding(
        title=plain(text_of(product.get("name")) or next((text_of(v.get("name")) for v in variants), "")),
        description=plain(text_of(product.get("description")), LONGEST_DESCRIPTION),
        price=amount.value if amount else None,
        currency=(amount.currency if amount else None) or None,
        is_price_certain=amount.is_certain if amount else True,
        list_price=_list_price(offer, nodes, territory, amount) if amount else None,
        availability=_overall([told[id(offer)] for offer in offers]),
        images=[image for node in (product, *variants) for image in _images(node.get("image"))],
        brand=plain(text_of(product.get("brand") or product.get("manufacturer")), 80),
        sku=plain(text_of(product.get("sku") or product.get("productID") or product.get("mpn")), 80),
        gtin=_gtin(product, offer),
        seller=plain(text_of(offer.get("seller")), 80),
        url=text_of(product.get("url")),
    )


def text_of(value: Any) -> str:
    """The words in a JSON-LD value: itself, its first item, its name or its @value."""
    for _ in range(4):
        if isinstance(value, list):
            value = next((each for each in value if each), "")
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value") or value.get("value") or value.get("@id") or ""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _dicts(value: Any, nodes: list[Node]) -> Iterator[Node]:
    for each in value if isinstance(value, list) else [value]:
        each = resolved(each, nodes)
        if isinstance(each, dict):
            yield each


def _variants(product: Node, nodes: list[Node], url: str) -> list[Node]:
    variants = list(_dicts(product.get("hasVariant"), nodes))[:_MOST_OFFERS]
    here = [variant for variant in variants if _is_here(variant, url)]
    return here or variants


def _is_here(node: Node, url: str) -> bool:
    address = text_of(node.get("url")) or text_of(node.get("@id"))
    return bool(address) and address.startswith("http") and address.split("#")[0] == url.split("#", maxsplit=1)[0]


def _offers(product: Node, nodes: list[Node]) -> list[Node]:
    """The offers of a product, those nested inside an aggregate before the aggregate's own bounds."""
    found: list[Node] = []
    for offer in _dicts(product.get("offers", product.get("offerDetails")), nodes):
        found.extend(_dicts(offer.get("offers"), nodes))
        found.append(offer)
    if not found and product.get("price"):  # the offer's properties written on the product itself
        found.append(product)
    return found


def _chosen(priced: list[tuple[Node, Amount]], told: dict[int, Availability], url: str) -> tuple[Node, Amount | None]:
    if not priced:
        return {}, None
    here = [pair for pair in priced if "?" in url and _is_here(pair[0], url)]
    in_stock = [pair for pair in priced if told[id(pair[0])] == "in_stock"]
    return (here or in_stock or priced)[0]


def _price(offer: Node, nodes: list[Node], territory: str | None) -> Amount | None:
    """The asking price. Of several price specifications the one that is neither a list price nor for members."""
    sign = text_of(offer.get("priceCurrency") or offer.get("currency"))
    for key in ("price", "lowPrice", "highPrice") if "aggregateoffer" in types_of(offer) else ("price", "lowPrice"):
        if amount := _amount(offer.get(key), sign, territory):
            return amount
    for specification in _dicts(offer.get("priceSpecification"), nodes):
        if _is_list_price(specification) or specification.get("validForMemberTier"):
            continue
        own_sign = text_of(specification.get("priceCurrency")) or sign
        if amount := _amount(specification.get("price") or specification.get("minPrice"), own_sign, territory):
            return amount
    return None


def _amount(value: Any, sign: str, territory: str | None) -> Amount | None:
    value = value if isinstance(value, int | float) else text_of(value)
    amount = machine_amount(value, sign or None, territory)
    return amount and Amount(amount.value, currency_of(amount.currency, territory), amount.is_certain)


def _is_list_price(specification: Node) -> bool:
    kind = text_of(specification.get("priceType")).rsplit("/", 1)[-1].lower()
    return kind in _LIST_PRICES


def _list_price(offer: Node, nodes: list[Node], territory: str | None, amount: Amount) -> Any:
    """A higher price that the markup itself calls the list price."""
    for specification in _dicts(offer.get("priceSpecification"), nodes):
        if _is_list_price(specification):
            found = _amount(specification.get("price"), amount.currency or "", territory)
            if found and found.value > amount.value:
                return found.value
    return None


def _overall(told: list[Availability]) -> Availability:
    """A product is in stock when any of its sizes is."""
    order: tuple[Availability, ...] = ("in_stock", "preorder", "backorder", "out_of_stock")
    for state in order:
        if state in told:
            return state
    return "unknown"


def _images(value: Any) -> list[str]:
    found: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            found.append(each)
        elif isinstance(each, dict):
            keys = ("contentUrl", "url", "image", "thumbnailUrl", "thumbnail", "@id")
            found.extend(text_of(each[key]) for key in keys if each.get(key))
    return [image for image in found if image][:20]


def _gtin(product: Node, offer: Node) -> str:
    for node in (product, offer):
        for key in _GTINS:
            digits = re.sub(r"[\s-]", "", text_of(node.get(key)))
            if re.fullmatch(r"\d{8}|\d{12,14}", digits):
                return digits
    return ""
