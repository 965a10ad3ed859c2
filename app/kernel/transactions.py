"""`@operation`: one act, one transaction. The only place in the house that commits."""

import functools
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.attributes import set_committed_value

from app.kernel.database import db, writing
from app.kernel.errors import Refusal

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M")

_RETRIED_STATES = {"40001", "40P01"}  # serialization failure, deadlock detected
_TRIES = 5


@dataclass(frozen=True)
class News:
    """An outbox row to hand over once the act is committed, now or after a while."""

    row_id: int
    after: timedelta = timedelta(0)


@dataclass
class Unit:
    """The open act and its news."""

    news: list[News] = field(default_factory=list)
    if_refused: list[Callable[[], None]] = field(default_factory=list)


_unit: ContextVar[Unit | None] = ContextVar("unit", default=None)
# On SQLite one writer at a time: waiting here yields to other greenlets, waiting inside SQLite would not.
_one_writer = threading.RLock()
_after_commit: list[Callable[[list[News]], None]] = []
_after_act: list[Callable[[int], None]] = []


def operation(act: Callable[P, R]) -> Callable[P, R]:
    """Run `act` in a transaction of its own, or join the one that is open; roll back on any exception.

    Once it is committed, its actor (`by=`) is known to have done something.
    """

    @functools.wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if _unit.get() is not None:
            return act(*args, **kwargs)
        done = _outermost(lambda: act(*args, **kwargs))
        if isinstance(actor := getattr(kwargs.get("by"), "id", None), int):
            for note in _after_act:
                note(actor)
        return done

    return run


def current_unit() -> Unit:
    """The open act; announcing or writing outside of one is a mistake of the program."""
    unit = _unit.get()
    if unit is None:
        raise RuntimeError("this must happen inside an operation")
    return unit


def if_refused(note: Callable[[], None]) -> None:
    """Should the open act be refused, do this once it is undone, in an act of its own: what is noted all the same."""
    current_unit().if_refused.append(note)


def on_commit(hand_over: Callable[[list[News]], None]) -> None:
    """kernel.jobs says here what to do with the outbox rows of a committed act."""
    _after_commit[:] = [hand_over]


def on_act(note: Callable[[int], None]) -> None:
    """kernel.cache says here what to do when an account has done something."""
    _after_act[:] = [note]


def add(row: M) -> M:
    """Put a new row into the open act and into the database at once, so that its constraints speak now."""
    current_unit()
    db.session.add(row)
    db.session.flush()
    return row


def bump(row: Any, column: str, by: int = 1, *, and_also: Any = None) -> None:
    """Add to a counter in the database, never in memory: exact under concurrency.

    Rows are taken in the order of their ids, so two acts cannot wait for each other.
    """
    current_unit()
    rows = {target.id: target for target in (row, and_also) if target is not None}
    for identity in sorted(rows):
        target = rows[identity]
        model = type(target)
        counter = getattr(model, column)
        value = db.session.execute(
            update(model)
            .where(model.id == identity)
            .values({column: counter + by})
            .returning(counter)
            .execution_options(synchronize_session=False)
        ).scalar_one()
        set_committed_value(target, column, value)


def locked(row: M) -> M:
    """The row as it is now, held against other writers until the act ends."""
    current_unit()
    db.session.refresh(row, with_for_update={"of": type(row), "key_share": True})
    return row


def _outermost(act: Callable[[], R]) -> R:
    session = db.session
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("something was changed outside an operation")
    for attempt in range(1, _TRIES + 1):
        try:
            return _once(act)
        except OperationalError as error:
            if attempt == _TRIES or getattr(error.orig, "sqlstate", None) not in _RETRIED_STATES:
                raise
            time.sleep(0.01 * 2**attempt)
    raise AssertionError("unreachable")


def _once(act: Callable[[], R]) -> R:
    session = db.session
    session.commit()  # ends the reading transaction of the request, so that the act sees the present
    unit = Unit()
    try:
        result = _inside(unit, act)
    except Refusal:
        for note in unit.if_refused:
            note()
        raise
    for hand_over in _after_commit:
        hand_over(unit.news)
    return result


def _inside(unit: Unit, act: Callable[[], R]) -> R:
    session, token = db.session, _unit.set(unit)
    try:
        with _writer_lock(), writing():
            try:
                result = act()
                session.commit()
                return result
            except BaseException:
                session.rollback()
                raise
    finally:
        _unit.reset(token)


def _writer_lock() -> AbstractContextManager[Any]:
    return _one_writer if db.engine.dialect.name == "sqlite" else nullcontext()
