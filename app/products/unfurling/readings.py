"""What a page can tell: one source's findings, and the reading put together from all of them."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

Availability: TypeAlias = Literal["in_stock", "out_of_stock", "preorder", "backorder", "unknown"]
Kind: TypeAlias = Literal["product", "page"]
Confidence: TypeAlias = Literal["high", "low"]


@dataclass(frozen=True)
class PageReading:
    """What the site makes of a link. `price` is set only for a product whose page states one.

    `price_confidence` is "low" where two sources disagree or where the price was read off the visible page: the card
    then says that the merchant's page decides.
    """

    kind: Kind
    title: str
    description: str
    price: Decimal | None
    currency: str | None
    list_price: Decimal | None
    availability: Availability
    image_url: str | None
    shop_name: str
    domain: str
    canonical_url: str
    brand: str
    sku: str
    gtin: str
    price_confidence: Confidence


@dataclass(frozen=True)
class Finding:
    """What a single source says about the product. Empty where it is silent."""

    title: str = ""
    description: str = ""
    price: Decimal | None = None
    currency: str | None = None
    list_price: Decimal | None = None
    availability: Availability = "unknown"
    images: list[str] = field(default_factory=list)
    brand: str = ""
    sku: str = ""
    gtin: str = ""
    seller: str = ""
    url: str = ""
    #: False where the number itself can be read in two ways ("1.299").
    is_price_certain: bool = True
