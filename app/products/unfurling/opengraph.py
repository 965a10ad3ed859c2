"""OpenGraph and its relatives in the meta tags of a page."""

from app.products.unfurling.availabilities import availability_named
from app.products.unfurling.currencies import currency_of
from app.products.unfurling.pages import Page
from app.products.unfurling.prices import machine_amount
from app.products.unfurling.readings import Finding
from app.products.unfurling.texts import LONGEST_DESCRIPTION, plain

_PRICE_FAMILIES = ("product:sale_price", "product:price", "og:price", "og:product:price", "og:sale_price")
_PRODUCT_TYPES = ("product", "og:product", "product.item", "product.group", "ebay-objects:item", "etsymarketplace:item")


def opengraph_finding(page: Page) -> Finding:
    """What the meta tags say. Repeated tags are usual where two plugins meet: the first complete pair counts."""
    price = currency = None
    is_certain = True
    for family in _PRICE_FAMILIES:
        sign = page.first_meta(f"{family}:currency", "product:price:currency", "og:price:currency", "og:currency")
        amount = machine_amount(page.first_meta(f"{family}:amount", family), sign or None, page.territory)
        if amount:
            price, currency, is_certain = amount.value, currency_of(amount.currency, page.territory), amount.is_certain
            break
    original = machine_amount(page.first_meta("product:original_price:amount"), currency, page.territory)
    return Finding(
        title=plain(page.first_meta("og:title", "twitter:title")),
        description=plain(page.first_meta("og:description", "twitter:description", "description"), LONGEST_DESCRIPTION),
        price=price,
        currency=currency,
        is_price_certain=is_certain,
        list_price=original.value if original and price and original.value > price else None,
        availability=availability_named(
            page.first_meta("product:availability", "og:availability", "og:product:availability")
        ),
        images=[
            *(
                value
                for name in ("og:image:secure_url", "og:image", "og:image:url")
                for value in page.meta.get(name, ())
            ),
            *page.meta.get("twitter:image", ()),
            *page.meta.get("twitter:image:src", ()),
        ],
        brand=plain(page.first_meta("product:brand", "og:brand"), 80),
        sku=plain(page.first_meta("product:retailer_item_id", "og:product:retailer_item_id"), 80),
        seller=plain(page.first_meta("og:site_name", "og:site-name", "application-name"), 80),
        url=page.first_meta("og:url"),
    )


def says_product(page: Page) -> bool:
    """Whether the page calls itself a product in its meta tags."""
    return page.first_meta("og:type").lower() in _PRODUCT_TYPES or any(
        name.startswith(("product:price", "product:sale_price", "og:price:amount")) for name in page.meta
    )


def says_article(page: Page) -> bool:
    """Whether the page calls itself something to read or to watch."""
    kind = page.first_meta("og:type").lower()
    return (
        kind.startswith(("article", "video", "profile", "music", "book", "blog"))
        or "article:published_time" in page.meta
    )
