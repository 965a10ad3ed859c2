"""What hangs on a post: found and checked first, hung up once the row is there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import literal, select

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.upserts import insert_missing_from
from app.media import operations as media
from app.media import queries as files
from app.media.models import Image, Video
from app.posts import rules
from app.posts.models import OptionWriting, Poll, PollOption, Post, PostImage, PostProduct, ProductPost, Writing
from app.posts.operations import counting
from app.products import queries as products
from app.products.models import Link, Product
from app.relationships import queries as relationships

GUARD = "post"
"""Who may see a post may see its pictures and its video."""


class NotPublishable(Refusal):
    """The post cannot be published as it is."""


@dataclass(frozen=True)
class Hangings:
    """Everything that a post to be carries, by id where the order is the writing's."""

    images: dict[int, Image]
    products: dict[int, Product]
    link: Link | None
    video: Video | None

    @property
    def cards(self) -> list[Product]:
        """All products with a card, on the post or on an option of its poll."""
        return list(self.products.values())


def why_not_group(audience: str, group_id: int | None, *, by: Account) -> Reason | None:
    """Whether the group for whom a post is meant is the author's own."""
    if audience != "group":
        return None
    known = group_id is not None and relationships.group_or_none(group_id, by) is not None
    return None if known else rules.GROUP_GONE


def found(writing: Writing, *, by: Account) -> Hangings:
    """What the writing names, each the author's own and unused where it must be. Raises NotPublishable."""
    options = writing.poll.options if writing.poll else ()
    if any(len(alt.strip()) > rules.ALT_MAX for alt in writing.alts.values()):
        raise NotPublishable(rules.ALT_TOO_LONG)
    return Hangings(
        images=_own_images([*writing.image_ids, *(one.image_id for one in options if one.image_id)], by=by),
        products=_products({*writing.product_ids, *(one.product_id for one in options if one.product_id)}),
        link=_page_behind(writing.link_id),
        video=_own_video(writing.video_id, by=by),
    )


def hang_up(post: Post, writing: Writing, hangings: Hangings, *, now: datetime) -> None:
    """Pictures in their order, cards with the price of this moment, the video, the poll. Raises NotPublishable."""
    _use(post, hangings, now=now)
    db.session.add_all(
        PostImage(
            post_id=post.id, position=position, image=hangings.images[image_id],
            alt=writing.alts.get(image_id, "").strip(),
        )
        for position, image_id in enumerate(writing.image_ids)
    )  # fmt: skip
    cards = list(dict.fromkeys(hangings.products[product_id] for product_id in writing.product_ids))
    db.session.add_all(
        PostProduct(
            post_id=post.id, position=position, product=product,
            price_at_posting=product.price, currency=product.currency,
        )
        for position, product in enumerate(cards)
    )  # fmt: skip
    if cards:
        db.session.flush()
        speak_of_cards(post)
    counting.count(Product, "post_count", [product.id for product in cards])
    if writing.poll:
        db.session.add(Poll(post_id=post.id, most=writing.poll.most, closes_at=writing.poll.closes_at(now)))
        db.session.flush()
        db.session.add_all(_options(post.id, writing.poll.options, hangings))


def speak_of_cards(post: Post) -> None:
    """Note that the post says something about the products on its tree's root; noted twice it stands there once."""
    cards = select(PostProduct.product_id, literal(post.id)).where(PostProduct.post_id == post.tree_id)
    insert_missing_from(ProductPost, ["product_id", "post_id"], cards)


def _own_images(image_ids: Sequence[int], *, by: Account) -> dict[int, Image]:
    images = {image.id: image for image in files.images_owned_by(by, image_ids)} if image_ids else {}
    is_twice = len(set(image_ids)) < len(image_ids)
    if is_twice or len(images) < len(image_ids) or any(image.attached_at for image in images.values()):
        raise NotPublishable(rules.IMAGE_NOT_YOURS)
    return images


def _products(product_ids: set[int]) -> dict[int, Product]:
    """By the ids asked for; for one that was merged into another since it was chosen, that one."""
    known = {product.id: product for product in products.products_by_ids(sorted(product_ids))}
    into = {product.merged_into_id for product in known.values() if product.merged_into_id} - known.keys()
    known |= {product.id: product for product in products.products_by_ids(sorted(into))}
    meant = {one: known[known[one].merged_into_id or one] for one in product_ids if one in known}
    if len(meant) < len(product_ids) or any(product.state == "blocked" for product in meant.values()):
        raise NotPublishable(rules.PRODUCT_GONE)
    return meant


def _page_behind(link_id: int | None) -> Link | None:
    if link_id is None:
        return None
    link = products.link_or_none(link_id)
    if link is None or link.status != "page":
        raise NotPublishable(rules.LINK_GONE)
    return link


def _own_video(video_id: int | None, *, by: Account) -> Video | None:
    if video_id is None:
        return None
    video = files.video_owned_by(by, video_id)
    if video is None or video.attached_at:
        raise NotPublishable(rules.VIDEO_NOT_YOURS)
    return video


def _use(post: Post, hangings: Hangings, *, now: datetime) -> None:
    """Two posts that want the same file at the same moment: the second one is refused."""
    try:
        if hangings.images:
            media.attach(list(hangings.images.values()), now=now, guard=GUARD, to=post.id)
        if hangings.video:
            media.attach_video(hangings.video, now=now, guard=GUARD, to=post.id)
    except media.ImageRefused as refusal:
        raise NotPublishable(rules.IMAGE_NOT_YOURS) from refusal
    except media.VideoRefused as refusal:
        raise NotPublishable(rules.VIDEO_NOT_YOURS) from refusal


def _options(post_id: int, options: Iterable[OptionWriting], hangings: Hangings) -> list[PollOption]:
    return [
        PollOption(
            post_id=post_id, position=position, text=one.text,
            image=hangings.images[one.image_id] if one.image_id else None,
            product=hangings.products[one.product_id] if one.product_id else None,
        )
        for position, one in enumerate(options)
    ]  # fmt: skip
