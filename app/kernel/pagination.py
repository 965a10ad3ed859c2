"""Cursor paging: a page is cut by the id of its last row, never by an offset, so every page costs the same."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from app.kernel.database import db
from app.kernel.text import number_in

T = TypeVar("T")
PAGE = 20
_SCORE_CURSOR = re.compile(r"(\d{1,10})-(\d{1,19})", re.ASCII)


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
    read_as: InstrumentedAttribute[int] | None = None,
    sparse: bool = False,
) -> Page[Any]:
    """One page of `query` in falling order of the id column `by`, which the rows carry as `read_as` (else itself).

    Both columns are bounded: a database that joins them in order would read the other one from its very end.
    `sparse`: the conditions find few rows by an index of their own; those are sorted, as walking down all ids until
    they fill a page would take long.
    """
    shown = by if read_as is None else read_as
    if before is not None:
        query = query.where(by < before, shown < before)
    order = (by + 0).desc() if sparse else by.desc()
    return _cut(query.order_by(order), shown.key, size, scalars)


def oldest_first(
    query: Select[Any], by: InstrumentedAttribute[int], *, after: int | None, size: int = PAGE, scalars: bool = True
) -> Page[Any]:
    """One page of `query` in rising order of the id column `by`."""
    if after is not None:
        query = query.where(by > after)
    return _cut(query.order_by(by), by.key, size, scalars)


def highest_first(
    query: Select[Any],
    score: InstrumentedAttribute[int],
    by: InstrumentedAttribute[int],
    *,
    before: str | None,
    size: int = PAGE,
) -> Page[Any]:
    """One page of `query` in falling order of a score, newer rows first among equals.

    The cursor holds score and id of the last row, so scores that grow in between shift nothing else.
    """
    if last := score_cursor_from(before):
        query = query.where(tuple_(score, by) < tuple_(*last))
    rows = list(db.session.scalars(query.order_by(score.desc(), by.desc()).limit(size + 1)))
    more, rows = len(rows) > size, rows[:size]
    return Page(rows, f"{getattr(rows[-1], score.key)}-{getattr(rows[-1], by.key)}" if more else None)


def score_cursor_from(text: str | None) -> tuple[int, int] | None:
    """Score and id that the cursor of such a list carries; anything else counts as the first page."""
    match = _SCORE_CURSOR.fullmatch(text or "")
    if match is None or int(match[2]) >= 2**63:
        return None
    return int(match[1]), int(match[2])


def cursor_from(text: str | None) -> int | None:
    """The cursor that a URL carries; anything that is none counts as the first page."""
    number = number_in(text, digits=19)
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
