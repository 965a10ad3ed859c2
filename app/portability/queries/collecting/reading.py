"""Reading long lists batch by batch, and saying things in plain values."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute

from app.kernel.database import db

AT_ONCE = 200


def batches(query: Select[Any], key: InstrumentedAttribute[int]) -> Iterator[list[Any]]:
    """The rows of a query by rising `key`, the millionth as quickly as the first."""
    last = 0
    while rows := db.session.scalars(query.where(key > last).order_by(key).limit(AT_ONCE)).unique().all():
        yield list(rows)
        last = getattr(rows[-1], key.key)


def plain(value: Any) -> Any:
    """A value as JSON has it: ids as text (browsers lose their last digits), moments in ISO 8601."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**53:
        return str(value)
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def columns(row: Any, *names: str) -> dict[str, Any]:
    """Some columns of a row, plain."""
    return {name: plain(getattr(row, name)) for name in names}
