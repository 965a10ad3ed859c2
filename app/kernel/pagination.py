"""Cursor paging: a page is cut by the id of its last row, never by an offset, so every page costs the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute

from app.kernel.database import db

T = TypeVar("T")
PAGE = 20


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The rows of one page and the cursor of the next, if there is one."""

    items: Sequence[T]
    next_cursor: str | None


def newest_first(
    query: Select[Any],
    by: InstrumentedAttribute[int],
    *,
    before: int | None,
    size: int = PAGE,
    scalars: bool = True,
    read_as: str = "",
) -> Page[Any]:
    """One page of `query` in falling order of the id column `by`, which the rows carry as `read_as` (else its name)."""
    if before is not None:
        query = query.where(by < before)
    return _cut(query.order_by(by.desc()), read_as or by.key, size, scalars)


def oldest_first(
    query: Select[Any], by: InstrumentedAttribute[int], *, after: int | None, size: int = PAGE, scalars: bool = True
) -> Page[Any]:
    """One page of `query` in rising order of the id column `by`."""
    if after is not None:
        query = query.where(by > after)
    return _cut(query.order_by(by), by.key, size, scalars)


def cursor_from(text: str | None) -> int | None:
    """The cursor that a URL carries; anything that is none counts as the first page."""
    number = int(text) if text and text.isascii() and text.isdigit() and len(text) <= 19 else None
    return number if number is not None and number < 2**63 else None


def mapped(page: Page[Any], views: Callable[[Sequence[Any]], Sequence[T]]) -> Page[T]:
    """The same page with its rows made into views in one batch."""
    return Page(views(page.items), page.next_cursor)


def _cut(query: Select[Any], key: str, size: int, scalars: bool) -> Page[Any]:
    result = db.session.execute(query.limit(size + 1))
    rows = list(result.scalars() if scalars else result)
    more = len(rows) > size
    rows = rows[:size]
    return Page(rows, str(getattr(rows[-1], key)) if more else None)
