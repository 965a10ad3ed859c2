"""The only place that reads the time; doors pass what they read here down as `now=`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime


def _system() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _system


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _source()


def set_source(source: Callable[[], datetime] | None) -> None:
    """Tests hand in a clock of their own; None goes back to the system's."""
    global _source
    _source = source or _system


@contextmanager
def told_by(source: Callable[[], datetime]) -> Iterator[None]:
    """Inside, the present is what `source` says: for telling a history as it happened."""
    global _source
    kept, _source = _source, source
    try:
        yield
    finally:
        _source = kept
