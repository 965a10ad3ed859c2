"""News: `announce` runs the at-once listeners and writes an outbox row for each later one.

Both happen in the transaction of the operation that announces; if it is rolled back, so is its news.
"""

import dataclasses
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from app.kernel import clock, outbox, transactions

Listener = Callable[[Any], None]


@dataclasses.dataclass(frozen=True)
class Then:
    """What follows an event: at once in the same transaction, or later in the listener's own."""

    at_once: list[Listener] = dataclasses.field(default_factory=list)
    later: list[Listener] = dataclasses.field(default_factory=list)


_wiring: Mapping[type, Then] = {}
_events: dict[str, type] = {}
_listeners: dict[str, Listener] = {}
_heard: list[Callable[[Any], None]] = []


def wire(wiring: Mapping[type, Then]) -> None:
    """Take the table of app/wiring.py: from now on announcements follow it."""
    global _wiring
    _wiring = wiring
    _events.clear()
    _listeners.clear()
    for event_type, then in wiring.items():
        _events[name_of(event_type)] = event_type
        _listeners.update({name_of(listener): listener for listener in then.later})


def announce(event: Any) -> None:
    """Say inside an operation what has happened; the news is as durable as the act."""
    unit = transactions.current_unit()
    for hear in _heard:
        hear(event)
    then = _wiring.get(type(event), Then())
    for listener in then.at_once:
        listener(event)
    if not then.later:
        return
    payload = dataclasses.asdict(event)
    now = clock.now()
    for listener in then.later:
        row_id = outbox.write(name_of(type(event)), payload, name_of(listener), at=now)
        unit.news.append(transactions.News(row_id))


@contextmanager
def retelling(present: Callable[[], datetime], *, but: Container[str] = ()) -> Iterator[None]:
    """Inside, a history is told as it happened: listeners find the time that `present` says, and all hear at once.

    The domains in `but` hear nothing meanwhile; slow listeners stay with the outbox.
    """
    global _wiring
    kept = _wiring
    _wiring = {event_type: _brought_forward(then, but) for event_type, then in kept.items()}
    try:
        with clock.told_by(present):
            yield
    finally:
        _wiring = kept


def _brought_forward(then: Then, but: Container[str]) -> Then:
    heard = [listener for listener in then.later if name_of(listener).partition(".")[0] not in but]
    return Then(
        at_once=[*then.at_once, *(listener for listener in heard if not is_slow(listener))],
        later=[listener for listener in heard if is_slow(listener)],
    )


def remind(event: Any, listener: Listener, *, after: timedelta, now: datetime) -> None:
    """Let one later listener of the wiring hear the event (again) after a while."""
    row_id = outbox.write(name_of(type(event)), dataclasses.asdict(event), name_of(listener), at=now + after)
    transactions.current_unit().news.append(transactions.News(row_id, after))


def name_of(thing: Any) -> str:
    """`posts.PostReposted` for an event, `timelines.fan_out_to_followers` for a listener."""
    return f"{thing.__module__.split('.')[1]}.{thing.__name__}"


def unpack(event_name: str, payload: Mapping[str, Any]) -> Any:
    """The event that an outbox row holds."""
    event_type = _events[event_name]
    names = {field.name for field in dataclasses.fields(event_type)}
    return event_type(**{key: _frozen(value) for key, value in payload.items() if key in names})


def listener_named(name: str) -> Listener:
    """The later listener with this name; raises KeyError when the wiring no longer has it."""
    return _listeners[name]


def slow(listener: Listener) -> Listener:
    """Mark a listener that waits for the network: it runs outside a transaction and calls its own operations."""
    listener.is_slow = True  # type: ignore[attr-defined]
    return listener


def is_slow(listener: Listener) -> bool:
    """Whether the listener was marked with `slow`."""
    return getattr(listener, "is_slow", False)


def hear_all(hear: Callable[[Any], None]) -> Callable[[], None]:
    """Tests listen to everything announced; the returned function stops it."""
    _heard.append(hear)
    return lambda: _heard.remove(hear)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
