"""What the tests of moderation share: a post to report, reporting, deciding, and counters that agree at the end."""

import pytest

from app.engagement import queries as engagement
from app.kernel import clock
from app.messages import queries as messages
from app.moderation import operations, queries
from app.posts import queries as posts


@pytest.fixture(autouse=True)
def counters_agree(app, frozen_clock):
    yield
    with app.app_context():
        assert [*posts.miscounts(), *engagement.miscounts(), *messages.miscounts()] == []


@pytest.fixture
def report():
    """`report(thing, by=…)`: the case it belongs to then."""

    def act(thing, *, by, kind="post", reason="insult", words="", **values):
        written = operations.report(kind, thing.id, by=by, reason=reason, words=words, now=clock.now(), **values)
        return queries.case_or_none(written.case_id)

    return act


@pytest.fixture
def decide(mod):
    """`decide(case, "take_down")` as the moderator."""

    def act(case, kind="take_down", *, by=mod, reason="insult", **values):
        return operations.decide(case, kind=kind, reason=reason, by=by, now=clock.now(), **values)

    return act


def refusal_of(act, *given, **values):
    """The code with which an act is refused."""
    with pytest.raises(
        (operations.NotReported, operations.NotDecided, operations.NotAppealed, operations.NotAnswered)
    ) as refused:
        act(*given, **values)
    return refused.value.reason.code
