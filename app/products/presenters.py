"""Products and links as the pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.kernel import security
from app.media.presenters import ImageView, image_view
from app.products.models import Link, PriceObservation, Product
from app.products.rules import reason_for

PLOT_WIDTH, PLOT_HEIGHT, PLOT_MARGIN = 560, 120, 8


@dataclass(frozen=True, slots=True)
class CardView:
    """A product card: the live price, the price at posting, and where 去看看 leads."""

    product_id: str
    title: str
    url: str
    leave_url: str
    domain: str
    shop_name: str = ""
    image: ImageView | None = None
    price: Decimal | None = None
    currency: str = ""
    price_at_posting: Decimal | None = None
    price_changed: bool = False
    list_price: Decimal | None = None
    availability: str = "unknown"
    state: str = "live"
    price_seen_at: datetime | None = None
    price_is_uncertain: bool = False
    want_count: int = 0
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class LinkPreviewView:
    """A page that is no product: title and picture, never a price."""

    id: str
    url: str
    leave_url: str
    domain: str
    title: str
    description: str = ""
    image: ImageView | None = None


@dataclass(frozen=True, slots=True)
class LinkView:
    """What became of a pasted link; `status` is pending, product, page or failed."""

    id: str
    status: str
    url: str
    card: CardView | None = None
    preview: LinkPreviewView | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class PricePlotView:
    """The prices seen over time, ready for one SVG path in a box of `width` × `height` units."""

    width: int
    height: int
    path: str
    points: list[tuple[float, float]]
    low: Decimal
    high: Decimal
    currency: str
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class ProductView:
    """A product's own page: card, description, and the plot where at least two prices were seen."""

    card: CardView
    description: str
    brand: str
    post_count: int
    plot: PricePlotView | None = None
    merged_into: int | None = None


def card_view(
    product: Product, *, posted_price: Decimal | None = None, posted_currency: str = "", post_id: int | None = None
) -> CardView:
    """The card of a product, `product.image` being loaded; with the price of the post it hangs on."""
    changed = _differs(product, posted_price, posted_currency)
    return CardView(
        product_id=str(product.id),
        title=product.title,
        url=f"/p/{product.id}",
        leave_url=leave_url("product", product.id, post_id),
        domain=product.domain,
        shop_name=product.shop_name,
        image=image_view(product.image, product.title) if product.image else None,
        price=product.price,
        currency=product.currency,
        price_at_posting=posted_price if changed else None,
        price_changed=changed,
        availability=product.availability,
        state=_state(product, changed),
        price_seen_at=product.price_seen_at,
        price_is_uncertain=product.price_is_uncertain,
        want_count=product.want_count,
    )


def preview_view(link: Link) -> LinkPreviewView:
    """The preview of a page that is no product, `link.image` being loaded."""
    return LinkPreviewView(
        id=str(link.id),
        url=link.final_url or link.url,
        leave_url=leave_url("link", link.id),
        domain=link.domain,
        title=link.title or link.domain,
        description=link.description,
        image=image_view(link.image, link.title) if link.image else None,
    )


def leave_url(kind: str, identity: int, post_id: int | None = None) -> str:
    """The way out through `/r/<token>`: signed, so that nobody can send people elsewhere through us."""
    value = [kind, str(identity), str(post_id)] if post_id else [kind, str(identity)]
    return "/r/" + security.signed("leave", value)


def _differs(product: Product, posted: Decimal | None, currency: str) -> bool:
    """Prices that differ by at least 1 % (features §2.5)."""
    if posted is None or product.price is None or currency != product.currency or posted == 0:
        return False
    return abs(product.price - posted) / posted >= Decimal("0.01")


def _state(product: Product, changed: bool) -> str:
    if product.state != "live":
        return product.state
    if product.availability == "out_of_stock":
        return "out"
    return "changed" if changed else "live"


def link_view(link: Link) -> LinkView:
    """A pasted link in whatever state it is, `product` and `image` being loaded."""
    return LinkView(
        id=str(link.id),
        status=link.status,
        url=link.url,
        card=card_view(link.product) if link.status == "product" and link.product else None,
        preview=preview_view(link) if link.status == "page" else None,
        message=str(reason_for(link.failure)) if link.status == "failed" else "",
    )


def product_view(product: Product, observations: Sequence[PriceObservation]) -> ProductView:
    """A product's own page; `observations` oldest first."""
    return ProductView(
        card=card_view(product),
        description=product.description,
        brand=product.brand,
        post_count=product.post_count,
        plot=_plot(observations),
        merged_into=product.merged_into_id,
    )


def _plot(observations: Sequence[PriceObservation]) -> PricePlotView | None:
    """Steps from sighting to sighting: a price holds until another is seen."""
    if len(observations) < 2:
        return None
    prices = [seen.price for seen in observations]
    low, high = min(prices), max(prices)
    first, last = observations[0].seen_at, observations[-1].seen_at
    seconds = max((last - first).total_seconds(), 1.0)
    span = float(high - low) or 1.0
    inner = PLOT_HEIGHT - 2 * PLOT_MARGIN
    points = [
        (
            round((seen.seen_at - first).total_seconds() / seconds * PLOT_WIDTH, 1),
            round(PLOT_MARGIN + (float(high - seen.price) / span if high > low else 0.5) * inner, 1),
        )
        for seen in observations
    ]
    steps = "".join(f"H{x}V{y}" for x, y in points[1:])
    return PricePlotView(
        width=PLOT_WIDTH,
        height=PLOT_HEIGHT,
        path=f"M{points[0][0]} {points[0][1]}{steps}",
        points=points,
        low=low,
        high=high,
        currency=observations[0].currency,
        first_at=first,
        last_at=last,
    )
