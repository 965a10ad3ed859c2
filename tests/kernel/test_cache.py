"""What stands on every page of one account is made anew as soon as she has done something."""

import pytest

from app.kernel import cache
from app.kernel.transactions import operation


@operation
def act(*, by):
    return by


@operation
def act_for(other, *, by):
    act(by=other)


@pytest.fixture
def look():
    made = []

    def at(account):
        def make():
            made.append(account.id)
            return len(made)

        return cache.own(account.id, "number", make)

    return at


def test_kept_until_its_owner_acts(alice, bob, look):
    assert (look(alice), look(alice), look(bob)) == (1, 1, 2)
    act(by=alice)
    assert (look(alice), look(bob)) == (3, 2)


def test_only_the_actor_of_the_whole_act_counts(alice, bob, look):
    assert (look(alice), look(bob)) == (1, 2)
    act_for(bob, by=alice)
    assert (look(alice), look(bob)) == (3, 2)


def test_an_act_that_fails_changes_nothing(alice, look):
    @operation
    def fail(*, by):
        raise ValueError

    assert look(alice) == 1
    with pytest.raises(ValueError):
        fail(by=alice)
    assert look(alice) == 1


def test_nothing_is_something_that_can_be_kept(alice):
    answers = iter([[], [1]])
    assert cache.own(alice.id, "empty", lambda: next(answers)) == []
    assert cache.own(alice.id, "empty", lambda: next(answers)) == []
