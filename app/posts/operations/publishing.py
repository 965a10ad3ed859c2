"""Publishing an original post."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.media import operations as media
from app.media import queries as images
from app.media.models import Image
from app.posts import events, queries, rules
from app.posts.models import Post, PostImage, PostProduct
from app.posts.operations import counting, inserting
from app.posts.queries import TextReading
from app.products import queries as products
from app.products import rules as disclosure
from app.products.models import Link, Product


class NotPublishable(Refusal):
    """The post cannot be published as it is."""


def publish(
    *,
    by: Account,
    text: str,
    now: datetime,
    image_ids: Sequence[int] = (),
    alts: Mapping[int, str] | None = None,
    product_ids: Sequence[int] = (),
    link_id: int | None = None,
    audience: str = "public",
    client_key: str | None = None,
) -> Post:
    """Publish a post with up to 9 of the author's pictures and up to 9 product cards at their present price.

    The same author with the same `client_key` gets the post of the first time. Raises NotPublishable.
    """
    try:
        return _publish(
            by=by, text=inserting.tidy(text), now=now, image_ids=list(dict.fromkeys(image_ids)), alts=alts or {},
            product_ids=list(dict.fromkeys(product_ids)), link_id=link_id, audience=audience, client_key=client_key,
        )  # fmt: skip
    except NotPublishable:
        # A repeated request finds its pictures already used: it means the post that used them.
        if earlier := queries.post_by_key(by, client_key):
            return earlier
        raise


@operation
def _publish(
    *, by: Account, text: str, now: datetime, image_ids: list[int], alts: Mapping[int, str],
    product_ids: list[int], link_id: int | None, audience: str, client_key: str | None,
) -> Post:  # fmt: skip
    _unless(rules.why_not_publish(text, image_count=len(image_ids), card_count=len(product_ids), audience=audience))
    pictures = _own_pictures(image_ids, alts, by=by)
    cards = _cards(product_ids)
    preview = _preview(link_id)
    reading = queries.read_text(text, by=by)
    _unless(inserting.why_not_named(reading, by=by, now=now))
    post = Post.original(
        author=by, text=text, at=now, entities=reading.entities, audience=audience, client_key=client_key,
        link=preview, label=_label(cards, preview, reading),
    )  # fmt: skip
    stored = inserting.insert_once(post, by=by)
    if stored is not post:
        return stored
    _hang_up(post, pictures, alts, cards, now=now)
    inserting.index(post, reading, by=by, now=now)
    announce(events.PostPublished(post.id, by.id))
    return post


def _own_pictures(image_ids: list[int], alts: Mapping[int, str], *, by: Account) -> list[Image]:
    found = images.images_owned_by(by, image_ids) if image_ids else []
    if len(found) < len(image_ids) or any(image.attached_at for image in found):
        raise NotPublishable(rules.IMAGE_NOT_YOURS)
    if any(len(alt.strip()) > rules.ALT_MAX for alt in alts.values()):
        raise NotPublishable(rules.ALT_TOO_LONG)
    return found


def _cards(product_ids: list[int]) -> list[Product]:
    found = products.products_by_ids(product_ids) if product_ids else []
    if len(found) < len(product_ids) or any(product.state == "blocked" for product in found):
        raise NotPublishable(rules.PRODUCT_GONE)
    return found


def _preview(link_id: int | None) -> Link | None:
    if link_id is None:
        return None
    link = products.link_or_none(link_id)
    if link is None or link.status != "page":
        raise NotPublishable(rules.LINK_GONE)
    return link


def _label(cards: list[Product], preview: Link | None, reading: TextReading) -> str:
    """The label is the server's alone: nobody can leave 「广告」 out by not sending it."""
    links = [*reading.links, preview] if preview else reading.links
    urls = [*reading.urls, preview.url] if preview else reading.urls
    return disclosure.AD if disclosure.needs_ad_label(cards, links, urls) else ""


def _hang_up(
    post: Post, pictures: list[Image], alts: Mapping[int, str], cards: list[Product], *, now: datetime
) -> None:
    """Pictures in their order, then the cards with the price of this moment."""
    if pictures:
        try:
            media.attach(pictures, now=now)
        except media.ImageRefused as refusal:
            raise NotPublishable(rules.IMAGE_NOT_YOURS) from refusal
    db.session.add_all(
        PostImage(post_id=post.id, position=position, image=image, alt=alts.get(image.id, "").strip())
        for position, image in enumerate(pictures)
    )
    db.session.add_all(
        PostProduct(
            post_id=post.id, position=position, product=product,
            price_at_posting=product.price, currency=product.currency,
        )
        for position, product in enumerate(cards)
    )  # fmt: skip
    counting.count(Product, "post_count", [product.id for product in cards])


def _unless(reason: Reason | None) -> None:
    if reason:
        raise NotPublishable(reason)
