"""Finding the one product that a page is about among its schema.org items."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from app.products.unfurling.texts import likeness
from app.products.unfurling.urls import clean_url

Node: TypeAlias = dict[str, Any]

_PRODUCTS = frozenset(
    {"product", "productgroup", "productmodel", "individualproduct", "someproducts", "vehicle", "car", "motorcycle"}
)
#: Things that are products only when they are on offer.
_PRODUCTS_IF_OFFERED = frozenset(
    {"book", "softwareapplication", "mobileapplication", "videogame", "musicalbum", "course"}
)
_OFFERS = frozenset({"offer", "aggregateoffer"})
_ARTICLES = frozenset(
    {
        "article",
        "newsarticle",
        "blogposting",
        "reportagenewsarticle",
        "techarticle",
        "review",
        "recipe",
        "liveblogposting",
    }
)
#: Roads that lead from the page's product to other products.
_ELSEWHERE = frozenset(
    {
        "isrelatedto", "issimilarto", "isaccessoryorsparepartfor", "isconsumablefor", "itemreviewed", "mentions",
        "about",
        "review", "reviews", "itemlistelement", "hasvariant", "offers", "isvariantof", "seller", "haspart",
        "relateditem",
        "subjectof", "makesoffer", "hasoffercatalog", "aggregaterating", "breadcrumb",
    }
)  # fmt: skip
_MOST_NODES = 3000


def types_of(node: Node) -> frozenset[str]:
    """The lower-case type names of an item, without vocabulary."""
    kinds = node.get("@type", node.get("type", ""))
    names = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(str(name).rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for name in names)


def nodes_in(values: list[Any]) -> list[Node]:
    """Every item reachable without leaving the page's own subject, outermost first."""
    return list(_walk(values))


def is_article(nodes: list[Node]) -> bool:
    """Whether the page calls itself something to read."""
    return any(types_of(node) & _ARTICLES and (node.get("headline") or node.get("articleBody")) for node in nodes)


def main_product(nodes: list[Node], *, url: str, titles: list[str]) -> Node | None:
    """The product the page is about, or None for a page without one, or for a shelf of many.

    Several products are told apart by their address, then by likeness to the page's titles.
    """
    products = [node for node in (_product_of(node) for node in nodes) if node]
    if len(products) <= 1:
        return products[0] if products else None
    here = clean_url(url)
    for product in products:
        addresses = [product.get("url"), product.get("@id"), product.get("mainEntityOfPage")]
        if any(isinstance(address, str) and clean_url(address.split("#")[0]) == here for address in addresses):
            return product
    best = max(products, key=lambda product: (_likeness(product, titles), bool(product.get("offers"))))
    is_shelf = len({str(product.get("name")) for product in products}) > 2
    return best if _likeness(best, titles) >= 0.6 or not is_shelf else None


def resolved(value: Any, nodes: list[Node]) -> Any:
    """Follow `{"@id": …}` to the item of that name."""
    if isinstance(value, dict) and set(value) == {"@id"}:
        return next((node for node in nodes if node.get("@id") == value["@id"] and len(node) > 1), value)
    return value


def _likeness(product: Node, titles: list[str]) -> float:
    name = product.get("name")
    name = name[0] if isinstance(name, list) and name else name
    return max((likeness(str(name), title) for title in titles), default=0.0) if name else 0.0


def _product_of(node: Node) -> Node | None:
    types = types_of(node)
    if types & _PRODUCTS or (types & _PRODUCTS_IF_OFFERED and node.get("offers")):
        return node
    item = node.get("itemOffered")
    if types & _OFFERS and isinstance(item, dict) and types_of(item) & _PRODUCTS and not item.get("offers"):
        return {**item, "offers": {key: value for key, value in node.items() if key != "itemOffered"}}
    return None


def _walk(values: list[Any]) -> Iterator[Node]:
    waiting = list(reversed(values))
    seen = 0
    while waiting and seen < _MOST_NODES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            inner = [each for key, each in value.items() if key.lower() not in _ELSEWHERE]
            waiting.extend(reversed([each for each in inner if isinstance(each, dict | list)]))
