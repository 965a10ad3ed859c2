"""Posts that advertise, and those that may without saying so."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import joinedload

from app.kernel import ids
from app.kernel.pagination import Page, newest_first
from app.posts.models import Post, PostProduct
from app.posts.rules.labelling import AD_WORDS
from app.products.models import Link, Product


def advertising(
    *,
    suspects: bool,
    since: datetime | None = None,
    until: datetime | None = None,
    author_id: int | None = None,
    domain: str = "",
    before: int | None,
    size: int = 30,
) -> Page[Post]:
    """Labelled posts, or unlabelled ones that let people buy or sound like it; the newest first.

    `domain` is where their cards or link lead; author and link are loaded.
    """
    query = select(Post).where(Post.deleted_at.is_(None)).options(joinedload(Post.author), joinedload(Post.link))
    query = query.where(_is_suspect() if suspects else Post.label != "")
    if since is not None:
        query = query.where(Post.id >= ids.floor_id(since))
    if until is not None:
        query = query.where(Post.id < ids.floor_id(until))
    if author_id is not None:
        query = query.where(Post.author_id == author_id)
    if domain:
        query = query.where(_leads_to(domain))
    return newest_first(query, Post.id, before=before, size=size)


def _is_suspect() -> ColumnElement[bool]:
    words = or_(*(Post.text.contains(word, autoescape=True) for word in AD_WORDS))
    return (Post.label == "") & (_has_card().exists() | _has_link().where(Link.status == "product").exists() | words)


def _leads_to(domain: str) -> ColumnElement[bool]:
    def below(column: Any) -> ColumnElement[bool]:
        return or_(column == domain, column.endswith(f".{domain}", autoescape=True))

    cards = _has_card().join(Product, Product.id == PostProduct.product_id).where(below(Product.domain))
    return or_(cards.exists(), _has_link().where(below(Link.domain)).exists())


def _has_card() -> Select[int]:
    return select(PostProduct.post_id).where(PostProduct.post_id == Post.id)


def _has_link() -> Select[int]:
    return select(Link.id).where(Link.id == Post.link_id)
