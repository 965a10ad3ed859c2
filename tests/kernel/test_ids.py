"""Ids are ordered by time, fit into 64 bits and do not repeat."""

from datetime import UTC, datetime, timedelta

from app.kernel import ids

NOW = datetime(2026, 5, 12, 12, 3, tzinfo=UTC)


def test_later_is_larger():
    made = [ids.new_id(NOW + timedelta(milliseconds=step)) for step in range(100)]
    assert made == sorted(made)


def test_four_thousand_in_one_millisecond_are_distinct():
    assert len({ids.new_id(NOW) for _ in range(4096)}) == 4096


def test_they_fit_into_a_signed_64_bit_column_for_a_long_time():
    assert ids.new_id(datetime(2080, 1, 1, tzinfo=UTC)) < 2**63


def test_the_moment_can_be_read_back():
    assert ids.moment_of(ids.new_id(NOW)) == NOW
    assert ids.floor_id(NOW) <= ids.new_id(NOW)


def test_two_processes_never_make_the_same_id():
    ids.set_worker(1)
    one = {ids.new_id(NOW) for _ in range(500)}
    ids.set_worker(2)
    two = {ids.new_id(NOW) for _ in range(500)}
    ids.set_worker(0)
    assert not one & two
