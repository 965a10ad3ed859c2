"""What shops call being able to buy a thing."""

import re

from app.products.unfurling.readings import Availability

_NAMES: dict[str, Availability] = {
    "instock": "in_stock",
    "instoreonly": "in_stock",
    "onlineonly": "in_stock",
    "limitedavailability": "in_stock",
    "available": "in_stock",
    "availablefororder": "in_stock",
    "onstock": "in_stock",
    "lowstock": "in_stock",
    "yes": "in_stock",
    "true": "in_stock",
    "1": "in_stock",
    "outofstock": "out_of_stock",
    "oos": "out_of_stock",
    "soldout": "out_of_stock",
    "discontinued": "out_of_stock",
    "unavailable": "out_of_stock",
    "notavailable": "out_of_stock",
    "no": "out_of_stock",
    "false": "out_of_stock",
    "0": "out_of_stock",
    "preorder": "preorder",
    "presale": "preorder",
    "backorder": "backorder",
    "madetoorder": "backorder",
    "reserved": "backorder",
}
_GONE = re.compile(
    r"currently unavailable|out of stock|sold out|no longer available|non disponibile|nicht (?:mehr )?verfügbar|"
    r"ausverkauft|indisponible|rupture de stock|agotado|esgotado|нет в наличии|缺货|無庫存|已售罄|售完|已下架|补货中|"
    r"無現貨|"
    r"品切れ|在庫切れ|품절",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\bin stock\b|disponibilità immediata|auf lager|\ben stock\b|disponible\b|em stock|в наличии|有货|現貨|现货|"
    r"在庫あり",
    re.IGNORECASE,
)


def availability_named(value: str) -> Availability:
    """The meaning of a markup value: `https://schema.org/InStock`, `in stock`, `oos` …"""
    name = value.strip().rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    return _NAMES.get(re.sub(r"[\s_-]", "", name).lower(), "unknown")


def availability_told(text: str) -> Availability:
    """The meaning of a sentence meant for people."""
    if _GONE.search(text):
        return "out_of_stock"
    return "in_stock" if _HERE.search(text) else "unknown"
