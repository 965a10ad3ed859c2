"""Two web processes, a consumer of its own, PostgreSQL and Redis: a post on one is heard on the other."""

import contextlib
import queue
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import socketio

from scripts import services
from tests.support.missing import unless_missing
from tests.support.site import ROOT, Person, Site

pytestmark = pytest.mark.crash  # starts processes of its own: once per run is enough


@pytest.fixture
def engines() -> Iterator[dict[str, str]]:
    """PostgreSQL and Redis; missing ones fail the run in CI and skip it elsewhere."""
    with contextlib.ExitStack() as stack:
        with unless_missing():
            database = stack.enter_context(services.postgres())
            redis = stack.enter_context(services.redis())
        yield {"DATABASE_URL": database, "REDIS_URL": redis}


@contextlib.contextmanager
def consumer(site: Site) -> Iterator[None]:
    """`flask consume` as a process beside the web processes."""
    line = [sys.executable, "-m", "flask", "--app", "wsgi", "consume"]
    with (site.instance / "consumer.log").open("ab") as log:
        process = subprocess.Popen(line, cwd=ROOT, env=site.env, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=15)


@contextlib.contextmanager
def listening(person: Person, site: Site) -> Iterator["queue.Queue[tuple[str, Any]]"]:
    """An open page of the person at one of the processes; what it hears."""
    heard: queue.Queue[tuple[str, Any]] = queue.Queue()
    page = socketio.Client(reconnection=False)
    page.on("*", lambda name, facts=None: heard.put((name, facts)))
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in person.session.cookies)
    page.connect(site.url, headers={"Cookie": cookies}, transports=["polling"])
    page.emit("feed:subscribe", {})
    try:
        yield heard
    finally:
        page.disconnect()


def next_of(heard: "queue.Queue[tuple[str, Any]]", name: str) -> Any:
    """The next message of this name; others in between are passed over."""
    while True:
        got, facts = heard.get(timeout=15)
        if got == name:
            return facts


def test_a_post_on_one_process_is_heard_on_the_other(tmp_path: Path, engines: dict[str, str]) -> None:
    one = Site(tmp_path, **engines)
    with one, Site(tmp_path, **engines) as two, consumer(one):
        bob, alice = Person(one, "bob", "鲍勃").sign_up(), Person(two, "alice", "爱丽丝").sign_up()
        assert alice.post(f"/accounts/{bob.id}/follow", fragment=True).status_code == 200
        one.wait_until_quiet()
        with listening(alice, two) as heard:
            post_id = bob.publish("隔壁进程也听得到")
            assert next_of(heard, "feed:new")["ids"] == [post_id]
            assert bob.publish("再来一条 @爱丽丝 ")
            assert next_of(heard, "bell:count")["kinds"]["mention"] == 1
        assert "隔壁进程也听得到" in alice.get("/").text


def test_a_message_is_heard_in_both_tabs_of_both_people(tmp_path: Path, engines: dict[str, str]) -> None:
    one = Site(tmp_path, **engines)
    with one, Site(tmp_path, **engines) as two, consumer(one):
        bob, alice = Person(one, "bob", "鲍勃").sign_up(), Person(two, "alice", "爱丽丝").sign_up()
        eve = Person(one, "eve", "伊芙").sign_up()
        assert alice.post(f"/accounts/{bob.id}/follow", fragment=True).status_code == 200
        one.wait_until_quiet()
        # Alice logged in on the second process, and here also reads on the first.
        with (
            listening(alice, two) as at_two, listening(alice, one) as at_one,
            listening(bob, one) as writer, listening(eve, two) as other,
        ):  # fmt: skip
            assert bob.post(f"/messages/{alice.id}", fragment=True, text="两边都到").status_code == 201
            told = next_of(at_two, "message:new")
            assert (told["from"], told["to"]) == (bob.id, alice.id)
            assert next_of(at_one, "message:new") == told
            assert next_of(writer, "message:new") == told
            for tab in (at_one, at_two):
                assert next_of(tab, "messages:count") == {"main": 1, "strangers": 0}
            read = alice.post(f"/messages/{bob.id}/read", fragment=True, up_to=told["id"])
            assert read.json() == {"main": 0, "strangers": 0}
            assert next_of(at_one, "messages:count")["main"] == 0
            assert bob.post(f"/messages/{alice.id}", fragment=True, text="再来一条").status_code == 201
            assert next_of(at_two, "message:new")["id"] != told["id"]
            assert [name for name, _facts in list(other.queue) if name.startswith("message")] == []
