"""A process that is killed right after it has answered loses nothing that it acknowledged."""

import random
import re
import sqlite3
import threading
from pathlib import Path

import pytest
import requests

from tests.support.site import Person, Site

pytestmark = pytest.mark.crash
KILLS = 50
FANS = 3


class Writer(threading.Thread):
    """Posts, reposts and comments as fast as it can, and remembers what was acknowledged."""

    def __init__(self, author: Person, number: int, seeds: list[str]) -> None:
        super().__init__(daemon=True)
        self.author, self.number, self.seeds = author, number, seeds
        self.acknowledged: list[str] = []
        self.first_answer = threading.Event()

    def run(self) -> None:
        dice = random.Random(self.number)
        for step in range(10_000):
            try:
                if not self._act(dice, f"第{self.number}轮第{step}条 #崩溃测试# 你好"):
                    return
            except requests.RequestException:
                return

    def _act(self, dice: random.Random, text: str) -> bool:
        seed = dice.choice(self.seeds)
        kind = dice.choice(["post", "post", "repost", "comment"])
        path = {"post": "/posts", "repost": f"/posts/{seed}/reposts", "comment": f"/posts/{seed}/comments"}[kind]
        answer = self.author.post(path, fragment=True, text=text)
        if answer.status_code != 201:
            return False
        if kind != "comment":
            found = re.search(r'data-post-id="(\d+)"', answer.text)
            assert found
            self.acknowledged.append(found[1])
        self.first_answer.set()
        return True


def test_fifty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    dice = random.Random(20_260_522)
    with Site(tmp_path) as site:
        author = Person(site, "writer", "写字的人").sign_up()
        fans = [Person(site, f"fan{number}", f"读者{number}").sign_up() for number in range(FANS)]
        for fan in fans:
            assert fan.post(f"/accounts/{author.id}/follow", fragment=True).status_code == 200
        seeds = [author.publish(f"种子{number}") for number in range(3)]
        acknowledged = list(seeds)
        for number in range(KILLS):
            writer = Writer(author, number, seeds)
            writer.start()
            assert writer.first_answer.wait(20), "nothing was acknowledged"
            threading.Event().wait(dice.random() * 0.25)
            site.kill()
            writer.join(20)
            acknowledged += writer.acknowledged
            site.start()
        site.wait_until_quiet()
        assert site.command("recount").returncode == 0
        shown = _home_of(fans[0])
    _check_feeds(tmp_path / "app.db", acknowledged, {int(person.id) for person in (author, *fans)})
    assert len(shown) == len(set(shown))
    assert set(acknowledged) <= set(shown)


def _home_of(person: Person) -> list[str]:
    """All post ids of the home feed, paged through as the page does."""
    shown: list[str] = []
    before = ""
    while True:
        page = person.session.get(f"{person.site.url}/?before={before}", headers={"X-Fragment": "1"}, timeout=20).text
        shown += re.findall(r'<article[^>]*\bid="post-(\d+)"', page)
        cursor = re.search(r'data-next-cursor="(\d+)"', page)
        if cursor is None:
            return shown
        before = cursor[1]


def _check_feeds(path: Path, acknowledged: list[str], readers: set[int]) -> None:
    """Acknowledged or not, a post is whole or not there: each one stands in each reader's feed exactly once."""
    with sqlite3.connect(path) as database:
        stored = {row[0] for row in database.execute("SELECT id FROM posts")}
        entries = database.execute("SELECT post_id, account_id FROM home_entries").fetchall()
        left = database.execute("SELECT count(*) FROM outbox").fetchone()[0]
    assert {int(one) for one in acknowledged} <= stored
    assert len(entries) == len(set(entries))
    assert set(entries) == {(post, reader) for post in stored for reader in readers}
    assert left == 0
