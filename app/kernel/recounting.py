"""Comparing counters with the rows they count, and `flask recount`, which does it for the whole site."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import click
from sqlalchemy import ColumnElement, select

from app.kernel.database import db


@dataclass(frozen=True, slots=True)
class Miscount:
    """A counter that says something else than the rows."""

    counter: str
    row_id: int
    stored: int
    true: int


Counters = Callable[[], list[Miscount]]
_counters: Sequence[Counters] = ()


def count_all(counters: Sequence[Counters]) -> None:
    """Take the table of app/wiring.py: what each domain says of its own counters."""
    global _counters
    _counters = counters


@click.command("recount")
def recount() -> None:
    """Compare all counters with the rows they count; ends with 1 where they differ."""
    wrong = [miscount for counters in _counters for miscount in counters()]
    for miscount in wrong:
        click.echo(f"{miscount.counter} of {miscount.row_id}: {miscount.stored}, should be {miscount.true}")
    click.echo(f"{len(wrong)} counters differ" if wrong else "all counters agree")
    if wrong:
        sys.exit(1)


def differences(model: Any, column: str, true: ColumnElement[int], *, named_by: str = "id") -> list[Miscount]:
    """The rows of `model` whose counter is not `true`, an expression that counts for one row.

    `named_by` is the column by which a miscount names its row.
    """
    stored, name = getattr(model, column), getattr(model, named_by)
    query = select(name, stored, true).where(stored != true).order_by(name)
    counter = f"{model.__tablename__}.{column}"
    return [Miscount(counter, row_id, was, should) for row_id, was, should in db.session.execute(query)]
