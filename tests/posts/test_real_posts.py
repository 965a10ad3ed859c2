"""2,000 real posts go through the operation that people use, and come out as they went in."""

import gzip
import json

import pytest

from app.kernel.database import db
from app.kernel.text import weight
from app.kernel.transactions import operation
from app.posts import operations, presenters, queries
from app.posts.models import Post, Topic, Writing

MANY = 2000
pytestmark = pytest.mark.slow


@pytest.fixture
def real_texts(shared_data):
    with gzip.open(shared_data / "posts" / "weibo_posts.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row["text"] for row in rows[:: len(rows) // MANY]][:MANY]


def test_2000_real_posts(real_texts, make_account, frozen_clock):
    assert len(real_texts) == MANY
    authors = [make_account() for _ in range(40)]

    @operation
    def publish_all():
        return [
            operations.publish_at_once(
                operations.tidied(Writing(text=text)), by=authors[number % 40], now=frozen_clock(), client_key=None
            )
            for number, text in enumerate(real_texts)
        ]

    posts = publish_all()
    assert db.session.query(Post).count() == MANY
    assert queries.miscounts() == []
    assert sum(author.post_count for author in authors) == MANY
    assert db.session.query(Topic).count() > 50
    for start in range(0, MANY, 200):
        batch = posts[start : start + 200]
        for post, view in zip(batch, presenters.post_views(batch, viewer=None), strict=True):
            assert shown(view) == without_addresses(post)
            assert bool(view.rest) == (weight(post.text) > 140)


def shown(view):
    """What stands on the page, links aside."""
    return "".join(run.text for run in view.head + view.rest if run.kind != "link")


def without_addresses(post):
    text = post.text
    for entity in reversed(post.entities):
        if entity["kind"] == "link":
            text = text[: entity["start"]] + text[entity["end"] :]
    return text
