"""A site that has been used is brought to the newest version: nothing is lost, and its pictures are guarded."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import JSON, Boolean, DateTime, Engine, Integer, MetaData, Numeric, Table, create_engine, insert, select

from tests.crash.test_migrations import engine as database
from tests.support.site import Site

pytestmark = pytest.mark.crash

WHEN = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
BEFORE = "0001"

#: What the rows say; whatever else a row needs is filled in. Referred to by id.
ROWS: dict[str, list[dict[str, Any]]] = {
    "accounts": [{"id": 1, "avatar_key": "aa/aa/avatar"}, {"id": 2}, {"id": 3}],
    "topics": [{"id": 11, "name": "好物", "key": "好物", "post_count": 1}],
    "blocks": [{"id": 21, "blocker_id": 3, "blocked_id": 2}],
    "follows": [{"id": 22, "follower_id": 1, "followee_id": 2}, {"id": 23, "follower_id": 2, "followee_id": 1}],
    "mutes": [{"id": 24, "muter_id": 1, "muted_id": 3}],
    "images": [
        {"id": 31, "owner_id": 1, "key": "aa/aa/avatar", "attached_at": WHEN},
        {"id": 32, "owner_id": 1, "key": "aa/aa/first", "attached_at": WHEN},
        {"id": 33, "owner_id": 1, "key": "aa/aa/second", "attached_at": WHEN},
        {"id": 34, "owner_id": 2, "key": "aa/aa/unused", "attached_at": None},
        {"id": 35, "owner_id": None, "key": "aa/aa/product", "attached_at": WHEN},
    ],
    "products": [{"id": 41, "image_id": 35, "price": Decimal("129.5"), "list_price": None}],
    "links": [{"id": 42, "product_id": 41, "image_id": None}],
    "price_observations": [{"id": 43, "product_id": 41, "price": Decimal("129.5")}],
    "shelf_items": [{"id": 44, "account_id": 2, "product_id": 41, "kind": "want"}],
    "posts": [
        {"id": 51, "author_id": 1, "text": "壶 😀 #好物#", "audience": "fans", "label": "ad", "repost_count": 2,
         "comment_count": 2, "like_count": 3, "client_key": "key", "entities": [{"kind": "topic", "start": 4}]},
        {"id": 52, "author_id": 2, "text": "真好", "parent_id": 51, "root_id": 51, "depth": 1},
        {"id": 53, "author_id": 2, "text": "", "deleted_at": WHEN, "deleted_by": "author"},
        {"id": 54, "author_id": 3, "text": "再转", "parent_id": 52, "root_id": 51, "depth": 2, "shows_chain": False},
    ],
    "comments": [
        {"id": 61, "post_id": 51, "author_id": 2, "text": "多少钱", "like_count": 1, "reply_count": 1},
        {"id": 62, "post_id": 51, "author_id": 1, "text": "一百多", "thread_id": 61, "reply_to_id": 61},
        {"id": 63, "post_id": 51, "author_id": 3, "text": "", "deleted_at": WHEN},
    ],
    "favourites": [{"id": 71, "account_id": 2, "post_id": 51}],
    "home_entries": [{"account_id": 2, "post_id": 51, "author_id": 1}],
    "post_images": [{"post_id": 51, "position": 0, "image_id": 33, "alt": "白瓷"},
                    {"post_id": 51, "position": 1, "image_id": 32}],
    "post_likes": [{"id": 72, "post_id": 51, "account_id": 2}],
    "post_mentions": [{"post_id": 54, "account_id": 1}],
    "post_products": [{"post_id": 51, "position": 0, "product_id": 41, "price_at_posting": Decimal(139)}],
    "post_topics": [{"post_id": 51, "topic_id": 11}],
    "comment_likes": [{"comment_id": 61, "account_id": 1}],
    "notices": [{"id": 81, "account_id": 1, "kind": "like", "group_key": "like:51", "post_id": 51, "comment_id": None}],
    "notice_actors": [{"notice_id": 81, "account_id": 2, "id": 82}],
    "outbox": [{"id": 91, "event": "posts.PostPublished", "listener": "timelines.fan_out_to_followers",
                "payload": {"post_id": 51, "author_id": 1}}],
}  # fmt: skip


def filled(table: Table, row: dict[str, Any], number: int) -> dict[str, Any]:
    """The row with something plausible in every column that needs it; texts are told apart by `number`."""

    def value(column: Any) -> Any:
        if column.nullable:
            return None
        for kind, some in ((Boolean, True), (Integer, 7), (Numeric, Decimal(1)), (DateTime, WHEN), (JSON, [])):
            if isinstance(column.type, kind):
                return some
        return f"{column.name[:4]}{number}"[: column.type.length]

    plain = {column.name: value(column) for column in table.columns if not column.computed}
    if table.name == "posts":
        plain |= {"audience": "public", "label": "", "deleted_by": "", "depth": 0}
    return plain | row


def tables_of(engine: Engine) -> dict[str, Table]:
    metadata = MetaData()
    metadata.reflect(engine)
    return {name: table for name, table in metadata.tables.items() if name != "alembic_version"}


def contents(engine: Engine, names: set[str]) -> dict[str, list[dict[str, Any]]]:
    """Every row of the tables, in an order of their own."""
    with engine.connect() as connection:
        return {
            name: sorted((dict(row) for row in connection.execute(select(table)).mappings()), key=repr)
            for name, table in tables_of(engine).items()
            if name in names
        }


def parts(rows: dict[str, list[dict[str, Any]]], like: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The rows with the columns of `like` alone."""
    return {
        name: sorted(({key: row[key] for key in like[name][0]} for row in found), key=repr)
        for name, found in rows.items()
    }


@pytest.fixture(params=["sqlite", "postgresql"])
def used_site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Site, Engine]]:
    """A site of the version before, with a row of every kind in it."""
    with database(request.param) as env:
        site = Site(tmp_path, **env)
        site.command("db", "upgrade", BEFORE)
        url = env.get("DATABASE_URL", "").replace("postgresql://", "postgresql+psycopg://")
        engine = create_engine(url or f"sqlite:///{tmp_path / 'app.db'}")
        tables = tables_of(engine)
        assert set(ROWS) == set(tables)
        with engine.begin() as connection:
            for name, rows in ROWS.items():
                for number, row in enumerate(rows):
                    connection.execute(insert(tables[name]), filled(tables[name], row, number))
        yield site, engine
        engine.dispose()


def test_there_and_back_with_every_row(used_site: tuple[Site, Engine]) -> None:
    site, engine = used_site
    before = contents(engine, set(ROWS))
    site.command("db", "upgrade")
    after = contents(engine, set(ROWS))
    assert parts(after, before) == before
    by_id = {name: {row.get("id"): row for row in rows} for name, rows in after.items()}

    images = {key: (image["guard"], image["attached_to"]) for key, image in by_id["images"].items()}
    assert images == {31: ("", None), 32: ("post", 51), 33: ("post", 51), 34: ("", None), 35: ("", None)}

    post = by_id["posts"][51]
    assert (post["version"], post["edited_at"], post["purged_at"], post["heat"]) == (1, None, None, 2 * 2 + 2 + 3)
    assert (post["reposters"], post["commenters"], bool(post["is_folded"])) == ("all", "all", False)
    assert {number: bool(row["has_images"]) for number, row in by_id["posts"].items()} == {
        51: True, 52: False, 53: False, 54: False,
    }  # fmt: skip
    spoken_of = contents(engine, {"product_posts"})["product_posts"]
    assert {row["post_id"] for row in spoken_of} == {51, 52, 54}, "the card, and the reposts that say something"
    gone = by_id["posts"][53]
    assert gone["purged_at"] == gone["deleted_at"], "what was deleted before cannot be brought back"
    assert all(bool(comment["is_approved"]) and comment["pinned_at"] is None for comment in after["comments"])
    assert not any(bool(follow["is_special"]) for follow in after["follows"])

    site.command("db", "downgrade", BEFORE)
    assert contents(engine, set(ROWS)) == before
    site.command("db", "upgrade")
    assert parts(contents(engine, set(ROWS)), before) == before


def test_the_site_runs_on_what_was_there(used_site: tuple[Site, Engine]) -> None:
    site, _engine = used_site
    site.command("db", "upgrade")
    site.start()
    try:
        page = requests.get(f"{site.url}/posts/54", timeout=10)
        assert (page.status_code, "再转" in page.text) == (200, True)
        assert requests.get(f"{site.url}/posts/51", timeout=10).status_code == 404
        assert requests.get(f"{site.url}/u/1", timeout=10).status_code == 200
    finally:
        site.stop()
