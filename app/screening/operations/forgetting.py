"""What was noted about somebody who has closed her account."""

from sqlalchemy import delete, select

from app.kernel.database import db
from app.kernel.transactions import operation
from app.screening.models import Act, Limit, ReviewItem

AT_ONCE = 500


@operation
def forget(account_id: int) -> bool:
    """Remove some of her acts, review items and limits; whether there may be more. Again it finds nothing."""
    found = 0
    for model in (Act, ReviewItem, Limit):
        some = select(model.id).where(model.account_id == account_id).limit(AT_ONCE)
        gone = delete(model).where(model.id.in_(some)).returning(model.id)
        found += len(db.session.scalars(gone.execution_options(synchronize_session=False)).all())
    return found > 0
