"""Huey carries the later listeners: SqliteHuey inside the one process, RedisHuey with consumers of their own."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from flask import Flask
from huey import RedisHuey, SqliteHuey, crontab
from huey.consumer import Consumer

from app.kernel import cache, clock, events, outbox
from app.kernel.database import db
from app.kernel.transactions import News, on_commit, operation

log = structlog.get_logger("jobs")
AHEAD = timedelta(seconds=150)
"""How far ahead reminders are handed over: more than two sweeps, so that none waits for the one after its moment."""


@dataclass(frozen=True)
class Regularly:
    """Something to be done every so many `minutes` (a divisor of an hour); `act` is given the time.

    It is started by one process alone, and looks itself for what is due: a tick may be missed, or come twice.
    """

    act: Callable[[datetime], Any]
    minutes: int


class QuietConsumer(Consumer):
    """A consumer that leaves the process's signals to the web server it lives in."""

    def _set_signal_handlers(self) -> None:
        pass


def init_app(app: Flask, clockwork: Sequence[Regularly] = ()) -> None:
    """Connect the outbox and the clockwork to Huey; JOBS=held (tests) leaves the rows for `work_off`."""
    if app.config["JOBS"] == "held":
        on_commit(lambda news: None)
        return
    huey = _huey(app)
    app.extensions["huey"] = huey

    @huey.task(name="deliver")
    def deliver_task(row_id: int) -> None:
        with app.app_context():
            _deliver_and_let_go(row_id)

    @huey.periodic_task(crontab(minute="*"), name="sweep")
    def sweep_task() -> None:
        with app.app_context():
            for row_id in overdue():
                deliver_task(row_id)
            for row_id, after in coming(clock.now()):
                deliver_task.schedule((row_id,), delay=after)

    @huey.periodic_task(crontab(minute="*"), name="tick")
    def tick_task() -> None:
        with app.app_context():
            tick(clockwork, clock.now())

    def hand_over(news: list[News]) -> None:
        for item in news:
            # A row that cannot be handed over now is found by the sweep: the act itself stands.
            with contextlib.suppress(Exception):
                deliver_task.schedule((item.row_id,), delay=item.after) if item.after else deliver_task(item.row_id)

    app.extensions["deliver_task"] = deliver_task
    on_commit(hand_over)


def consumer_of(app: Flask, *, workers: int = 8) -> Consumer:
    """The consumer that works the queue off, starting with what a crash left behind and what is due soon."""
    deliver_task = app.extensions["deliver_task"]
    with app.app_context():
        left_behind = outbox.due(clock.now(), limit=100_000)
        soon = coming(clock.now())
    for row_id in left_behind:
        deliver_task(row_id)
    for row_id, after in soon:
        deliver_task.schedule((row_id,), delay=after)
    return QuietConsumer(
        app.extensions["huey"],
        workers=workers,
        worker_type="thread",
        initial_delay=0.02,
        backoff=1.2,
        max_delay=0.15,
        check_worker_health=False,
    )


@dataclass(frozen=True)
class Carrier:
    """What carries the later listeners: `sqlite` inside the one process, `redis` to processes of their own."""

    kind: str
    queued: int
    scheduled: int


def carrier_of(app: Flask) -> Carrier:
    """Huey as it stands: what is handed over and not begun, and what waits for its moment."""
    huey = app.extensions.get("huey")
    if huey is None:
        return Carrier("held", 0, 0)
    kind = "redis" if isinstance(huey, RedisHuey) else "sqlite"
    return Carrier(kind, huey.pending_count(), huey.scheduled_count())


def start_inside(app: Flask) -> Consumer:
    """Start the consumer inside this process (one machine, no Redis)."""
    consumer = consumer_of(app)
    consumer.start()
    return consumer


def overdue() -> list[int]:
    """Rows whose time passed half a minute ago and that nobody has delivered: lost in a crash or failed before."""
    rows = outbox.due(clock.now() - timedelta(seconds=30))
    db.session.rollback()
    return rows


def coming(now: datetime) -> list[tuple[int, timedelta]]:
    """Reminders due within AHEAD, and in how long; handed over twice, the second finds nothing to do."""
    rows = outbox.due_between(now, now + AHEAD)
    db.session.rollback()
    return [(row_id, moment - now) for row_id, moment in rows]


def tick(clockwork: Sequence[Regularly], now: datetime) -> None:
    """Run what is due in this minute; one that fails is logged and does not keep the others from running."""
    minute = int(now.timestamp()) // 60
    for regular in clockwork:
        name = events.name_of(regular.act)
        if minute % regular.minutes or not cache.add(f"tick:{name}:{minute}", seconds=120):
            continue
        try:
            regular.act(now)
        except Exception:
            log.exception("regular act failed", act=name)
        finally:
            db.session.remove()


def deliver(row_id: int) -> bool:
    """Run one later listener and delete its row in the same transaction; False when it failed and was postponed."""
    try:
        listener, event = _taken(row_id)
        if listener is None:
            return True
        if events.is_slow(listener):
            listener(event)
            _done(row_id)
        return True
    except Exception as error:
        log.exception("listener failed", row_id=row_id)
        _failed(row_id, repr(error))
        return False


@operation
def _taken(row_id: int) -> tuple[Any, Any]:
    row = outbox.claimed(row_id)
    if row is None or outbox.is_early(row, clock.now()):
        return None, None
    listener = events.listener_named(row.listener)
    event = events.unpack(row.event, row.payload)
    if events.is_slow(listener):
        # The row stays until the listener is through; the lease keeps the sweep from taking it too.
        row.next_try_at = clock.now() + outbox.LEASE
    else:
        listener(event)
        db.session.delete(row)
    return listener, event


@operation
def _done(row_id: int) -> None:
    if row := outbox.claimed(row_id):
        db.session.delete(row)


@operation
def _failed(row_id: int, error: str) -> None:
    if row := outbox.claimed(row_id):
        outbox.postpone(row, error, now=clock.now())


def _deliver_and_let_go(row_id: int) -> None:
    try:
        deliver(row_id)
    finally:
        db.session.remove()


def _huey(app: Flask) -> Any:
    if app.config["REDIS_URL"]:
        return RedisHuey("zhongcao", url=app.config["REDIS_URL"])
    return SqliteHuey("zhongcao", filename=str(app.config["INSTANCE_DIR"] / "jobs.db"))
