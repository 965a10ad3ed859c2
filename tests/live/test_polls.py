"""Open pages hear how a poll stands, at most once a second, and that it is over."""

import pytest

from app.kernel.database import db
from app.kernel.realtime import socketio
from app.live import listeners
from app.posts import operations
from app.posts.models import OptionWriting, PollWriting, Post


@pytest.fixture
def watching(app, login):
    """An open page with these posts in sight; answers what it hears under a name."""
    pages = []

    def look(account, *posts):
        page = socketio.test_client(app, flask_test_client=login(app.test_client(), account))
        pages.append(page)
        page.emit("post:watch", {"ids": [str(post.id) for post in posts]})
        return lambda name: [one["args"][0] for one in page.get_received() if one["name"] == name]

    yield look
    for page in pages:
        page.disconnect()


@pytest.fixture
def poll(alice, frozen_clock):
    options = [OptionWriting("茶"), OptionWriting("咖啡")]
    return operations.publish(by=alice, text="喝什么？", poll=PollWriting(options, open_for=60), now=frozen_clock())


def test_votes_are_told_to_who_has_the_post_in_sight(watching, alice, bob, carol, poll, work_off, frozen_clock):
    sees, sees_not = watching(alice, poll), watching(carol)
    operations.vote(poll, by=bob, choices=[1], now=frozen_clock())
    work_off()
    assert sees("poll:counts") == [{"id": str(poll.id), "votes": [0, 1], "voters": 1}]
    assert sees_not("poll:counts") == []


def test_many_votes_are_told_once_a_second_and_the_last_ones_arrive(
    app, watching, alice, bob, carol, mod, poll, work_off, frozen_clock, monkeypatch
):
    monkeypatch.setattr(listeners.polls, "EVERY", 60)  # a second that no slow machine sleeps through
    heard = watching(alice, poll)
    for person in (bob, carol, mod):
        operations.vote(poll, by=person, choices=[0], now=frozen_clock())
        work_off()
    assert [one["voters"] for one in heard("poll:counts")] == [1]
    frozen_clock.forward(seconds=61)
    app.extensions["cache"].clear()  # the time has passed for it as well
    work_off()
    assert [one["votes"] for one in heard("poll:counts")] == [[3, 0]]


def test_pages_hear_that_it_is_over(watching, alice, poll, work_off, frozen_clock):
    heard = watching(alice, poll)
    work_off()
    frozen_clock.forward(minutes=61)
    work_off()
    assert [one["id"] for one in heard("post:changed")] == [str(poll.id)]


def test_pages_hear_of_an_edit(watching, alice, bob, poll, work_off, frozen_clock):
    heard = watching(bob, poll)
    operations.edit(db.session.get(Post, poll.id), by=alice, text="今天喝什么？", now=frozen_clock())
    work_off()
    assert [one["id"] for one in heard("post:changed")] == [str(poll.id)]
