"""A kettle on a page, for the tests of reading pages."""

import json

from app.products.unfurling import PageReading, read_page

URL = "https://www.shop.test/kettle"
KETTLE = {
    "@context": "https://schema.org",
    "@type": "Product",
    "name": "Enamel Kettle 2 l",
    "image": "/img/kettle.jpg",
    "sku": "K-2",
    "gtin13": "4006381333931",
    "brand": {"@type": "Brand", "name": "Emalia"},
    "offers": {
        "@type": "Offer",
        "price": "129.00",
        "priceCurrency": "CNY",
        "availability": "https://schema.org/InStock",
    },
}


def page(head: str = "", body: str = "", *, title: str = "Enamel Kettle 2 l - Shop", url: str = URL) -> PageReading:
    html = f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return read_page(html.encode(), url, "utf-8")


def jsonld(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'
