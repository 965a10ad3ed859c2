"""When two products become one."""

from typing import Any

from sqlalchemy import delete, literal, select, update

from app.kernel.database import db
from app.kernel.transactions import operation
from app.kernel.upserts import insert_missing_from
from app.posts.models import PollOption, PostProduct, ProductPost
from app.posts.queries.recount import posts_about_count
from app.products.models import Product


@operation
def show_merged_product(product_id: int, into_id: int) -> None:
    """Cards and poll options of a product show the other one; a post that had both keeps one card."""
    both = select(PostProduct.post_id).where(PostProduct.product_id == into_id)
    _run(delete(PostProduct).where(PostProduct.product_id == product_id, PostProduct.post_id.in_(both)))
    for model in (PostProduct, PollOption):
        _run(update(model).where(model.product_id == product_id).values(product_id=into_id))
    said = select(literal(into_id), ProductPost.post_id).where(ProductPost.product_id == product_id)
    insert_missing_from(ProductPost, ["product_id", "post_id"], said)
    _run(delete(ProductPost).where(ProductPost.product_id == product_id))
    _run(update(Product).where(Product.id.in_((product_id, into_id))).values(post_count=posts_about_count()))


def _run(statement: Any) -> None:
    db.session.execute(statement.execution_options(synchronize_session=False))
