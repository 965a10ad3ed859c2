"""Pasting a link, and noting what was found behind it."""

from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, locked, operation
from app.kernel.upserts import insert_missing
from app.media.models import Image
from app.products import queries, rules
from app.products.events import LinkPasted, LinkResolved, ProductChanged
from app.products.models import Link, PriceObservation, Product
from app.products.unfurling import PageReading, canonical_key, domain_of

RETRY_AFTER = timedelta(seconds=30)
REFRESH_AFTER = timedelta(hours=24)
OBSERVE_AGAIN_AFTER = timedelta(hours=20)


class NotALink(Refusal):
    """What was pasted cannot become a card."""

    status = 422


@operation
def paste_link(url: str, *, by: Account, now: datetime, trust_loopback: bool = False) -> Link:
    """Ask what is behind an address: fetched once for the whole site, and again only when that was long ago.

    `by` is who asks, for the caller's limits; the link belongs to nobody.
    """
    url = url.strip()
    if reason := rules.why_not_paste(url, trust_loopback=trust_loopback):
        raise NotALink(reason)
    if rule := queries.blocked_domain(url):
        raise NotALink(rules.blocked_reason(rule))
    row = {"id": ids.new_id(now), "url": url, "url_key": queries.url_key(url), "requested_at": now,
           "domain": domain_of(url), "status": "pending", "final_url": "", "title": "", "description": "",
           "failure": ""}  # fmt: skip
    is_new = insert_missing(Link, [row]) == 1
    link = queries.link_to(url)
    assert link is not None
    if not is_new and _must_ask_again(link, now):
        link.requested_at = now
        link.status = "pending" if link.status == "failed" else link.status
        is_new = True
    if is_new:
        announce(LinkPasted(link.id))
    return link


@operation
def read_again(link_id: int, *, now: datetime) -> None:
    """Ask anew what is behind a known link, unless that was asked moments ago: shops are not to be pestered."""
    link = locked(db.session.get_one(Link, link_id))
    if now - link.requested_at > RETRY_AFTER:
        link.requested_at = now
        announce(LinkPasted(link.id))


@operation
def resolve_to_nothing(link: Link, *, problem: str, now: datetime) -> None:
    """Note that nothing could be read; what an earlier fetch found stays."""
    link = locked(link)
    link.fetched_at = now
    if link.status in ("pending", "failed"):
        link.status, link.failure = "failed", problem
    announce(LinkResolved(link.id, link.status))


@operation
def resolve(link: Link, *, reading: PageReading, image: Image | None, now: datetime) -> None:
    """Note what stands on the page: a product becomes or renews a product, anything else a plain preview."""
    if queries.blocked_domain(reading.canonical_url):
        resolve_to_nothing(link, problem=rules.BLOCKED_DOMAIN, now=now)  # the address pasted only led there
        return
    link = locked(link)
    link.fetched_at, link.failure = now, ""
    link.final_url = reading.canonical_url[:2000]
    link.domain, link.title, link.description = reading.domain, reading.title[:300], reading.description[:500]
    if image is not None:
        link.image_id = image.id
    if reading.kind == "product":
        product = observe(reading, image=image, now=now)
        link.product_id = product.merged_into_id or product.id
    link.status = reading.kind
    announce(LinkResolved(link.id, link.status))


@operation
def observe(reading: PageReading, *, image: Image | None, now: datetime) -> Product:
    """Make the product that a page shows known, or renew it; every price seen is kept."""
    product = _product_for(reading, now)
    old_price = product.price
    product.title = reading.title[:300] or product.title
    product.description = reading.description[:5000] or product.description
    product.brand, product.sku, product.gtin = reading.brand[:120], reading.sku[:120], reading.gtin[:20]
    product.shop_name = reading.shop_name[:120]
    product.availability = reading.availability
    if product.state not in ("blocked", "merged"):  # what staff decided stays, whatever the shop says
        product.state = "live"
    if image is not None:
        product.image_id, product.image = image.id, image
    if reading.price is not None:
        see_price(product, reading.price, reading.currency or "", at=now)
        product.price_is_uncertain = reading.price_confidence == "low"
    if old_price is not None and old_price != product.price:
        announce(ProductChanged(product.id))
    return product


@operation
def see_price(product: Product, price: Decimal, currency: str, *, at: datetime) -> None:
    """Keep a price that was seen: a row when it is new or the last sighting is a day old."""
    is_same = product.price == price and product.currency == currency
    is_fresh = product.price_seen_at is not None and at - product.price_seen_at < OBSERVE_AGAIN_AFTER
    if not (is_same and is_fresh):
        add(PriceObservation(id=ids.new_id(at), product_id=product.id, price=price, currency=currency, seen_at=at))
    product.price, product.currency, product.price_seen_at = price, currency, at


@operation
def take_down(product: Product, *, by: Account, reason: str, now: datetime) -> bool:
    """Let the product be recommended no more, by a decision of staff; whether it could be before.

    Its page stays and says so; cards of it lead nowhere. Who may decide so, moderation says.
    """
    row = locked(product)
    if row.state == "blocked":
        return False
    row.state, row.state_reason = "blocked", reason[:200]
    announce(ProductChanged(row.id))
    return True


@operation
def put_back(product: Product, *, by: Account | None, now: datetime, state: str = "live") -> bool:
    """Let the product be what it was before (`state`); whether it was taken down."""
    row = locked(product)
    if row.state != "blocked":
        return False
    row.state, row.state_reason = state, ""
    announce(ProductChanged(row.id))
    return True


def _product_for(reading: PageReading, now: datetime) -> Product:
    key = _key_of(reading)
    row = {"id": ids.new_id(now), "canonical_key": key, "title": reading.title[:300],
           "url": reading.canonical_url[:2000], "domain": reading.domain, "created_at": now, "description": "",
           "brand": "", "sku": "", "gtin": "", "shop_name": "", "currency": "", "price_is_uncertain": False,
           "availability": "unknown", "state": "live", "source": "url", "want_count": 0, "post_count": 0}  # fmt: skip
    insert_missing(Product, [row])
    return locked(db.session.scalars(select(Product).where(Product.canonical_key == key)).one())


def _key_of(reading: PageReading) -> str:
    """A page speaks for its own shop alone: otherwise a stranger's page could re-price another shop's product."""
    key = canonical_key(reading)
    if key.startswith("gtin:"):
        key = f"{key}@{reading.domain}"
    return key if len(key) <= 500 else f"hash:{queries.url_key(key)}"


def _must_ask_again(link: Link, now: datetime) -> bool:
    if link.status in ("failed", "pending"):
        return now - link.requested_at > RETRY_AFTER
    return link.fetched_at is None or now - link.fetched_at > REFRESH_AFTER
