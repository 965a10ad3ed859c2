"""Writing messages in tests."""

import pytest

from app.kernel import clock
from app.messages import operations, queries


@pytest.fixture
def say(app):
    """`say(alice, bob, "在吗")`: a message, as if sent now."""

    def send(by, to, text="在吗", **values):
        return operations.send(to, by=by, text=text, now=clock.now(), **values)

    return send


@pytest.fixture
def stands(app):
    """`stands(alice, bob)`: how their conversation stands for alice."""
    return lambda account, other: queries.between(account, other.id).own


@pytest.fixture
def conversation(app):
    """`conversation(alice, bob)`: the row of their conversation."""
    return lambda account, other: queries.conversation_or_none(account, other.id)
