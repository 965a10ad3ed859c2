"""News is delivered at least once and done exactly once."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from app.kernel import clock, events, jobs, outbox
from app.kernel.database import db
from app.kernel.events import Then, announce
from app.kernel.transactions import operation
from app.wiring import WIRING

heard = []


@dataclass(frozen=True)
class SomethingHappened:
    """For these tests alone."""

    number: int
    names: tuple[str, ...] = ()


def note(event):
    heard.append(event)


def fail(event):
    raise ValueError("no")


@events.slow
def wait_for_the_network(event):
    heard.append("slow")


@operation
def act():
    announce(SomethingHappened(7, ("a", "b")))


@pytest.fixture
def wired():
    def wire(**then):
        heard.clear()
        events.wire({SomethingHappened: Then(**then)})

    yield wire
    events.wire(WIRING)


def rows():
    return db.session.scalars(db.select(outbox.OutboxRow)).all()


def test_at_once_listeners_hear_inside_the_act(app, wired):
    wired(at_once=[note])
    act()
    assert heard == [SomethingHappened(7, ("a", "b"))]
    assert rows() == []


def test_later_listeners_hear_the_same_event_after_the_commit(app, wired, work_off):
    wired(later=[note])
    act()
    assert heard == []
    assert len(rows()) == 1
    work_off()
    assert heard == [SomethingHappened(7, ("a", "b"))]
    assert rows() == []


def test_a_second_delivery_of_the_same_row_does_nothing(app, wired, frozen_clock):
    wired(later=[note])
    act()
    (row,) = rows()
    assert jobs.deliver(row.id)
    assert jobs.deliver(row.id)
    assert len(heard) == 1


def test_a_failure_keeps_the_row_with_its_error_and_waits_longer_each_time(app, wired, frozen_clock):
    wired(later=[fail])
    act()
    (row,) = rows()
    assert not jobs.deliver(row.id)
    db.session.refresh(row)
    assert (row.attempts, "ValueError" in row.error) == (1, True)
    first_wait = row.next_try_at - clock.now()
    frozen_clock.forward(seconds=6)
    jobs.deliver(row.id)
    db.session.refresh(row)
    assert row.next_try_at - clock.now() > first_wait


def test_after_many_failures_the_row_stays_for_a_person_to_look_at(app, wired, frozen_clock):
    wired(later=[fail])
    act()
    (row,) = rows()
    for _ in range(outbox.GIVE_UP_AFTER):
        jobs.deliver(row.id)
        frozen_clock.forward(hours=1)
    db.session.refresh(row)
    assert row.next_try_at is None


def test_a_slow_listener_keeps_its_row_until_it_is_through(app, wired, frozen_clock):
    wired(later=[wait_for_the_network])
    act()
    (row,) = rows()
    assert jobs.deliver(row.id)
    assert heard == ["slow"]
    assert rows() == []


def test_the_sweep_finds_what_a_crash_left_behind(app, wired, frozen_clock):
    wired(later=[note])
    act()
    assert jobs.overdue() == []
    frozen_clock.forward(minutes=1)
    assert jobs.overdue() == [row.id for row in rows()]


def test_a_reminder_waits(app, wired, frozen_clock):
    wired(later=[note])

    @operation
    def later():
        events.remind(SomethingHappened(1), note, after=timedelta(seconds=30), now=clock.now())

    later()
    assert outbox.due(clock.now()) == []
    frozen_clock.forward(seconds=31)
    assert len(outbox.due(clock.now())) == 1
    assert jobs.deliver(rows()[0].id)
    assert heard == [SomethingHappened(1)]


def test_a_reminder_of_next_week_is_no_delivery_that_waits(app, wired, frozen_clock):
    wired(later=[note])

    @operation
    def later():
        events.remind(SomethingHappened(1), note, after=timedelta(days=7), now=clock.now())

    later()
    assert outbox.waiting(clock.now()) == 0
    act()
    assert outbox.waiting(clock.now()) == 1


def test_a_reminder_is_handed_over_ahead_and_not_heard_early(app, wired, frozen_clock):
    wired(later=[note])

    @operation
    def later():
        for minutes in (2, 10):
            events.remind(SomethingHappened(minutes), note, after=timedelta(minutes=minutes), now=clock.now())

    later()
    ((row_id, after),) = jobs.coming(clock.now())
    assert timedelta(minutes=1) < after <= timedelta(minutes=2)
    assert jobs.deliver(row_id)
    assert (heard, len(rows())) == ([], 2)


def test_what_is_regular_runs_in_its_minutes_once_and_alone(app, frozen_clock):
    def greet(now):
        heard.append(now)

    def stumble(now):
        raise ValueError("no")

    heard.clear()
    clockwork = [jobs.Regularly(stumble, minutes=1), jobs.Regularly(greet, minutes=15)]
    start = clock.now().replace(minute=0, second=0)
    for minute in range(31):
        for _process in range(2):
            jobs.tick(clockwork, start + timedelta(minutes=minute))
    assert [now.minute for now in heard] == [0, 15, 30]
