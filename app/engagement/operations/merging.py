"""When two products become one."""

from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import aliased

from app.engagement.models import ShelfItem
from app.kernel.database import db
from app.kernel.transactions import operation
from app.products.models import Product


@operation
def shelve_merged_product(product_id: int, into_id: int) -> None:
    """Who wanted a product wants the other one; who wanted both wants it once."""
    other = aliased(ShelfItem)
    has_both = select(other.id).where(
        other.product_id == into_id, other.account_id == ShelfItem.account_id, other.kind == ShelfItem.kind
    )
    _run(delete(ShelfItem).where(ShelfItem.product_id == product_id, has_both.exists()))
    _run(update(ShelfItem).where(ShelfItem.product_id == product_id).values(product_id=into_id))
    wishes = (
        select(func.count()).select_from(ShelfItem)
        .where(ShelfItem.product_id == Product.id, ShelfItem.kind == "want").scalar_subquery()
    )  # fmt: skip
    _run(update(Product).where(Product.id.in_((product_id, into_id))).values(want_count=wishes))


def _run(statement: Any) -> None:
    db.session.execute(statement.execution_options(synchronize_session=False))
