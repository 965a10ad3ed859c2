"""Inserting what may already be there, on SQLite and PostgreSQL alike."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select
from sqlalchemy.dialects import postgresql, sqlite

from app.kernel.database import db
from app.kernel.transactions import current_unit


def insert_missing(model: Any, rows: Sequence[dict[str, Any]]) -> int:
    """Insert the rows that break no unique constraint; returns how many were new."""
    current_unit()
    if not rows:
        return 0
    return _count(_insert(model), model, list(rows))  # rows inside the statement would be compiled anew each time


def insert_missing_from(model: Any, columns: Sequence[str], query: Select[*tuple[Any, ...]]) -> int:
    """The same with the rows of a query."""
    current_unit()
    return _count(_insert(model).from_select(list(columns), query), model)


def _count(statement: Any, model: Any, rows: list[dict[str, Any]] | None = None) -> int:
    keys = model.__table__.primary_key.columns
    return len(db.session.execute(statement.on_conflict_do_nothing().returning(*keys), rows).all())


def _insert(model: Any) -> Any:
    return (sqlite if db.engine.dialect.name == "sqlite" else postgresql).insert(model.__table__)
