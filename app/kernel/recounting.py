"""Comparing counters with the rows they count."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select

from app.kernel.database import db


@dataclass(frozen=True, slots=True)
class Miscount:
    """A counter that says something else than the rows."""

    counter: str
    row_id: int
    stored: int
    true: int


def differences(model: Any, column: str, true: ColumnElement[int], *, named_by: str = "id") -> list[Miscount]:
    """The rows of `model` whose counter is not `true`, an expression that counts for one row.

    `named_by` is the column by which a miscount names its row.
    """
    stored, name = getattr(model, column), getattr(model, named_by)
    query = select(name, stored, true).where(stored != true).order_by(name)
    counter = f"{model.__tablename__}.{column}"
    return [Miscount(counter, row_id, was, should) for row_id, was, should in db.session.execute(query)]
