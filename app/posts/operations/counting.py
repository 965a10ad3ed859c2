"""Counters of several rows in one statement."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.orm.attributes import set_committed_value

from app.kernel.database import db


def count(model: Any, column: str, ids: Collection[int] | Select[int], by: int = 1) -> None:
    """Add to a counter of each of the rows (ids or a query for them), locked in the order of ids as by `bump`."""
    if not isinstance(ids, Select) and not ids:
        return
    counter = getattr(model, column)
    held = select(model.id).where(model.id.in_(ids)).order_by(model.id).with_for_update(key_share=True)
    statement = update(model).where(model.id.in_(held)).values({column: counter + by}).returning(model.id, counter)
    for row_id, value in db.session.execute(statement.execution_options(synchronize_session=False)):
        row = db.session.identity_map.get(db.session.identity_key(model, row_id))
        if row is not None:
            set_committed_value(row, column, value)
