"""64-bit ids ordered by time: 41 bits of milliseconds, 10 bits of process, 12 bits of counter.

Sorting by id is sorting by moment, so every cursor is an id. They exceed 2**53: JSON and URLs carry them as text.
"""

import itertools
from datetime import UTC, datetime, timedelta

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_WORKER_BITS = 10
_COUNTER_BITS = 12
MAX_WORKERS = 1 << _WORKER_BITS
TIME_SHIFT = _WORKER_BITS + _COUNTER_BITS
"""An id shifted right by this is its milliseconds since EPOCH."""

_worker = 0
_counter = itertools.count()


def set_worker(number: int) -> None:
    """Give this process its number; two processes of one site never share one."""
    global _worker
    _worker = number % MAX_WORKERS


def worker() -> int:
    """The number of this process."""
    return _worker


def new_id(at: datetime) -> int:
    """A new id for a thing that came to be at `at`."""
    return floor_id(at) | _worker << _COUNTER_BITS | next(_counter) % (1 << _COUNTER_BITS)


def floor_id(at: datetime) -> int:
    """The smallest id of the moment `at`: for «since» and «before» in queries."""
    milliseconds = (at - EPOCH) // timedelta(milliseconds=1)
    return milliseconds << TIME_SHIFT


def moment_of(identity: int) -> datetime:
    """When the thing with this id came to be, to the millisecond."""
    return EPOCH + timedelta(milliseconds=identity >> TIME_SHIFT)
