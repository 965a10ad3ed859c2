"""Too often: 429 with a sentence, in the form that was asked for, and the words are still there."""

import sqlite3

import pytest

from tests.support.site import Person, Site

pytestmark = pytest.mark.crash  # a process and a database of its own, like the tests beside it
WORDS = "第四十一条"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with Site(tmp_path_factory.mktemp("limits"), TRUST_LOOPBACK="0") as running:
        yield running


@pytest.fixture(scope="module")
def writer(site):
    """She has written a post, and then asked for the impossible until that was too often."""
    person = Person(site, "writer", "写字的人").sign_up()
    person.post_id = person.publish("第一条")
    return person


@pytest.mark.parametrize("path", ["/posts", "/posts/{}/reposts", "/posts/{}/comments", "/links", "/media/images"])
def test_what_is_done_too_often(site, writer, path):
    path = path.format(writer.post_id)
    fields = {"text": "长" * 141} if "reposts" in path else {"text": ""}
    statuses = [writer.post(path, fragment=True, **fields).status_code for _ in range(61)]
    assert statuses[-1] == 429
    before = _stored(site)
    told = writer.post(path, fragment=True, text=WORDS)
    page = writer.post(path, text=WORDS)
    assert told.status_code == page.status_code == 429
    assert told.json()["error"] == {"code": "too_many", "message": "操作有点快，稍等一下再试。"}
    assert f"{WORDS}</textarea>" in page.text
    assert int(told.headers["Retry-After"]) > 0
    assert _stored(site) == before


def test_english_readers_are_told_in_english(writer):
    writer.session.headers["Accept-Language"] = "en"
    page = writer.post("/posts", text=WORDS)
    assert page.status_code == 429
    assert "A little slower, please" in page.text
    assert f"{WORDS}</textarea>" in page.text


def _stored(site):
    with sqlite3.connect(site.instance / "app.db") as database:
        return [
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("posts", "comments", "links", "images", "outbox")
        ]
