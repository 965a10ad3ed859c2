"""Taking in what somebody has posted elsewhere: in its place and time, quietly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import add, operation
from app.media import operations as media
from app.media import queries as files
from app.posts import events, queries, rules
from app.posts.models import PinnedPost, Post, PostProduct, PostVersion, Writing
from app.posts.operations import counting, hanging, inserting
from app.posts.operations.hanging import NotPublishable
from app.products import rules as disclosure
from app.products.models import Product


@dataclass(frozen=True)
class Version:
    """What a post said before an edit; `pictures`: (id, alternative text)."""

    text: str
    created_at: datetime
    pictures: Sequence[tuple[int, str]] = ()


@dataclass(frozen=True)
class Past:
    """A post as it was elsewhere; `key` names it for good. `prices` by product id: what the card said."""

    key: str
    at: datetime
    writing: Writing
    label: str = ""
    shows_chain: bool = True
    prices: Mapping[int, tuple[Decimal | None, str]] = field(default_factory=dict)
    edited_at: datetime | None = None
    versions: Sequence[Version] = ()
    is_pinned: bool = False


@operation
def bring_in(past: Past, *, by: Account, place: Post | None = None, parent: Post | None = None) -> Post:
    """Write a post of the past, below `parent`, or into the `place` that was held for it. Nobody is told.

    Brought in again it is the post that is there. Raises NotPublishable.
    """
    if place is None and (earlier := queries.post_by_key(by, past.key)):
        return earlier
    writing = past.writing
    if parent is None and (reason := rules.why_not_publish(writing)):
        raise NotPublishable(reason)
    if writing.poll and (reason := rules.why_not_ask(writing.poll)):
        raise NotPublishable(reason)
    hangings = hanging.found(writing, by=by)
    reading = queries.read_text(writing.text, by=by)
    is_ad = past.label == disclosure.AD or disclosure.needs_ad_label(hangings.cards, reading.links, reading.urls)
    post = place or Post(id=ids.new_id(past.at), created_at=past.at, client_key=past.key)
    post.author_id, post.author, post.text, post.entities = by.id, by, writing.text, reading.entities
    post.deleted_at, post.deleted_by, post.purged_at = None, "", None
    for name in ("audience", "group_id", "reposters", "commenters", "approves_comments", "is_folded", "fold_note",
                 "is_ai_made"):  # fmt: skip
        setattr(post, name, getattr(writing, name))
    post.has_images, post.has_poll, post.video = bool(writing.image_ids), writing.poll is not None, hangings.video
    post.label, post.shows_chain, post.edited_at = disclosure.AD if is_ad else "", past.shows_chain, past.edited_at
    post.version = len(past.versions) + 1
    _stand_below(post, parent)
    add(post)
    hanging.hang_up(post, writing, hangings, now=past.at)
    _price(post, past.prices)
    _remember(post, past)
    _count(post, parent)
    inserting.index(post, reading, by=by, now=past.at)
    announce(events.PostBroughtIn(post.id, by.id))
    return post


@operation
def hold_place(key: str, *, by: Account, at: datetime, depth: int, root: Post | None) -> Post:
    """A tombstone where a post stands that is not here (yet), so that what hangs below it can be shown."""
    post = Post(
        id=ids.new_id(at), created_at=at, client_key=key, author_id=by.id, author=by, deleted_at=at,
        deleted_by="author", purged_at=at, depth=depth,
    )  # fmt: skip
    if root is not None:
        post.parent_id = post.root_id = root.id
    return add(post)


def _stand_below(post: Post, parent: Post | None) -> None:
    if parent is None:
        post.parent_id = post.root_id = None
        post.depth = 0
    else:
        post.parent_id, post.root_id, post.depth = parent.id, parent.tree_id, parent.depth + 1


def _price(post: Post, prices: Mapping[int, tuple[Decimal | None, str]]) -> None:
    for card in db.session.scalars(select(PostProduct).where(PostProduct.post_id == post.id)):
        if card.product_id in prices:
            card.price_at_posting, card.currency = prices[card.product_id]


def _remember(post: Post, past: Past) -> None:
    """What it said before, with its pictures, and whether it stands first on the author's page."""
    earlier = {image_id for version in past.versions for image_id, _alt in version.pictures}
    if left := files.images_owned_by(post.author, sorted(earlier - set(past.writing.image_ids))):
        media.attach(left, now=past.at, guard=hanging.GUARD, to=post.id)
    for number, version in enumerate(past.versions, 1):
        pictures = [{"id": str(image_id), "alt": alt} for image_id, alt in version.pictures]
        db.session.add(
            PostVersion(
                post_id=post.id, number=number, text=version.text, entities=[], images=pictures,
                created_at=version.created_at,
            )
        )  # fmt: skip
    if past.is_pinned and db.session.get(PinnedPost, post.author_id) is None:
        db.session.add(PinnedPost(account_id=post.author_id, post_id=post.id, created_at=past.at))


def _count(post: Post, parent: Post | None) -> None:
    """Parent and root have one repost more; products are spoken of by the post, and by what stands below already."""
    if parent is not None:
        counting.count(Post, "repost_count", {parent.id, parent.tree_id})
        _speak(post)
        return
    below = select(Post).where(Post.root_id == post.id, Post.deleted_at.is_(None)).order_by(Post.id)
    for repost in db.session.scalars(below).all():
        _speak(repost)


def _speak(repost: Post) -> None:
    product_ids = queries.product_ids_of(repost.tree_id)
    if repost.text and db.session.scalar(product_ids.limit(1)) is not None:
        hanging.speak_of_cards(repost)
        counting.count(Product, "post_count", product_ids)
