"""Writing a post, carrying it to a thousand followers, and reading a home feed of twenty."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from app import create_app
from app.kernel import clock, jobs, outbox
from app.kernel.database import db
from app.posts import operations as posts
from tests.bench.measuring import Figure, each
from tests.support import makers

FOLLOWERS = 1000
POSTS = 40


@contextmanager
def site() -> Iterator[Flask]:
    """A site of its own on SQLite; jobs wait until they are worked off."""
    with tempfile.TemporaryDirectory(prefix="zhongcao-bench-") as folder:
        database = f"sqlite:///{Path(folder) / 'bench.db'}"
        overrides = {
            "TESTING": True,
            "JOBS": "held",
            "INSTANCE_DIR": Path(folder),
            "SQLALCHEMY_DATABASE_URI": database,
            "WTF_CSRF_ENABLED": False,
            "RATELIMIT_ENABLED": False,
            "SOCKET_MODE": "threading",
        }
        app = create_app(overrides)
        with app.app_context():
            db.create_all()
            yield app
            db.session.remove()
            db.engine.dispose()


def figures() -> Iterator[Figure]:
    makers.use_cheap_passwords()
    with site() as app:
        author, readers = makers.make_account(), [makers.make_account() for _ in range(FOLLOWERS)]
        for reader in readers:
            makers.make_follow(by=reader, of=author)
        texts = [f"第{number}天，煮了一壶老白茶 #今天喝什么#" for number in range(POSTS)]
        yield each("publish a post", lambda text: posts.publish(by=author, text=text, now=clock.now()), texts)
        due = outbox.due(clock.now(), limit=10_000)
        yield each("carry out one later listener", jobs.deliver, due, f"{FOLLOWERS} followers")
        client = app.test_client()
        with client.session_transaction() as session:
            session["_user_id"] = readers[0].get_id()
        yield each("home page of 20 posts", lambda path: client.get(path).data, ["/"] * 30)
        yield each("home feed, next page", lambda path: client.get(path, headers={"X-Fragment": "1"}).data, ["/"] * 30)
