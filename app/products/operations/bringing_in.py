"""Products that posts of the past spoke of."""

from datetime import datetime
from decimal import Decimal
from urllib.parse import urlsplit

from sqlalchemy import select

from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.products.models import Product


@operation
def bring_in(
    key: str, *, title: str, url: str, shop_name: str = "", brand: str = "", price: Decimal | None = None,
    currency: str = "", at: datetime,
) -> Product:  # fmt: skip
    """The product with this key; made of what a post elsewhere said about it, if nobody here knows it yet.

    Raises ValueError for an address that is none of the web.
    """
    known = db.session.scalar(select(Product).where(Product.canonical_key == key))
    if known is not None:
        return known
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("not an address of the web")
    product = Product(
        canonical_key=key[:500], title=title[:300], url=url[:2000], domain=parts.hostname[:253],
        shop_name=shop_name[:120], brand=brand[:120], currency=currency[:3] if price is not None else "", price=price,
        price_seen_at=at if price is not None else None, created_at=at,
    )  # fmt: skip
    return add(product)
