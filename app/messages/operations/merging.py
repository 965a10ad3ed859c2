"""When two products become one."""

from sqlalchemy import update

from app.kernel.database import db
from app.kernel.transactions import operation
from app.messages.models import Message


@operation
def show_merged_product(product_id: int, into_id: int) -> None:
    """Messages with a product's card show the other one."""
    shown = update(Message).where(Message.product_id == product_id).values(product_id=into_id)
    db.session.execute(shown.execution_options(synchronize_session=False))
