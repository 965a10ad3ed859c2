"""What hangs on posts: pictures and product cards, for many posts at once."""

from collections.abc import Collection

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.kernel.database import db
from app.posts.models import PostImage, PostProduct
from app.products.models import Product


def images_of(post_ids: Collection[int]) -> dict[int, list[PostImage]]:
    """The pictures of each post in their order, `image` loaded."""
    query = select(PostImage).where(PostImage.post_id.in_(post_ids)).options(joinedload(PostImage.image))
    found: dict[int, list[PostImage]] = {}
    if post_ids:
        for row in db.session.scalars(query.order_by(PostImage.post_id, PostImage.position)):
            found.setdefault(row.post_id, []).append(row)
    return found


def cards_of(post_ids: Collection[int]) -> dict[int, list[PostProduct]]:
    """The product cards of each root post in their order, product and picture loaded."""
    loaded = joinedload(PostProduct.product).joinedload(Product.image)
    query = select(PostProduct).where(PostProduct.post_id.in_(post_ids)).options(loaded)
    found: dict[int, list[PostProduct]] = {}
    if post_ids:
        for row in db.session.scalars(query.order_by(PostProduct.post_id, PostProduct.position)):
            found.setdefault(row.post_id, []).append(row)
    return found


def product_ids_of(post_id: int) -> Select[int]:
    """The products whose cards hang on a root post."""
    return select(PostProduct.product_id).where(PostProduct.post_id == post_id)
