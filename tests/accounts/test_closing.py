"""Somebody with everything leaves for good: afterwards nothing of her is found anywhere, and all numbers are right."""

import pickle
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import String, cast, select

from app.accounts import operations as accounts
from app.accounts import queries as people
from app.accounts.models import Account
from app.engagement.models import Comment
from app.kernel import clock, jobs, recounting
from app.kernel.database import Base, db
from app.posts.models import Post
from app.posts.presenters import post_view
from tests.accounts.leaver import LATIN, MARK, with_everything
from tests.support.makers import PASSWORD


@pytest.fixture
def at_first(app) -> set[str]:
    """The files that other tests have left."""
    return files_of(app)


@pytest.fixture
def her(at_first, work_off, alice, bob, carol, make_product):
    return with_everything(work_off, alice, bob, carol, make_product)


def leave(her, frozen_clock, work_off):
    accounts.ask_to_close(by=db.session.get_one(Account, her.id), password=PASSWORD, has_proof=True, now=clock.now())
    frozen_clock.forward(days=7, minutes=1)
    work_off()
    assert db.session.get_one(Account, her.id, populate_existing=True).state == "closed"


def rows_with(mark: str) -> list[str]:
    """Every table and column in which a mark stands, whatever the type of the column."""
    db.session.expire_all()
    return [
        f"{table.name}.{column.name}: {row[0]}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        for row in db.session.execute(
            select(cast(column, String)).where(cast(column, String).contains(mark, autoescape=True))
        )
    ]


def in_json(mark: str) -> str:
    """How it stands in a JSON column, where letters beyond ASCII are written as numbers."""
    return mark.encode("unicode_escape").decode()


def files_with(folder: Path, mark: str) -> list[str]:
    return [str(file) for file in folder.rglob("*") if file.is_file() and mark.encode() in file.read_bytes()]


def in_cache(app, mark: str) -> list[str]:
    cache = app.extensions["cache"]
    if hasattr(cache, "_cache"):
        held = {key: pickle.dumps(value) for key, value in cache._cache.items()}
    else:
        client = cache._read_client
        held = {key: client.get(key) or b"" for key in client.scan_iter(match=cache._get_prefix() + "*")}
    return [str(key) for key, value in held.items() if mark.encode() in value]


def marks() -> list[str]:
    return [MARK, in_json(MARK), *LATIN]


def test_the_marks_are_found_as_long_as_she_is_here(app, client, login, her):
    login(client, her)
    client.get("/settings/blocking")
    client.get("/")
    found = {place.split(":")[0] for mark in marks() for place in rows_with(mark)}
    assert {"accounts.nickname", "accounts.email", "accounts.bio", "posts.text", "comments.text", "messages.text",
            "drafts.content", "groups.name", "muted_words.word", "log_ins.address", "review_items.payload",
            "post_images.alt", "poll_options.text", "post_versions.text", "reports.words",
            "verification_applications.statement", "proof_files.filename"} <= found  # fmt: skip
    assert in_cache(app, MARK)


def test_afterwards_nothing_of_her_is_found_anywhere(app, client, login, frozen_clock, work_off, at_first, her, alice):
    login(client, her)
    client.get("/settings/blocking")
    client.get("/")
    before = files_of(app) - at_first
    leave(her, frozen_clock, work_off)
    left = [place for mark in marks() for place in rows_with(mark)]
    assert left == []
    for folder in (app.config["UPLOAD_DIR"], app.config["PRIVATE_DIR"]):
        assert [place for mark in marks() for place in files_with(Path(folder), mark)] == []
    assert [place for mark in marks() for place in in_cache(app, mark)] == []
    assert len(before) >= 6 * 3
    assert files_of(app) <= at_first, "of her pictures nothing is left"


def files_of(app) -> set[str]:
    return {str(file) for folder in (app.config["UPLOAD_DIR"], app.config["PRIVATE_DIR"])
            for file in Path(folder).rglob("*") if file.is_file()}  # fmt: skip


def test_all_numbers_are_right_and_trees_still_stand(app, frozen_clock, work_off, her, alice, bob):
    leave(her, frozen_clock, work_off)
    assert [miscount for counters in recounting._counters for miscount in counters()] == []
    last = db.session.scalar(select(Post).where(Post.author_id == bob.id, Post.parent_id.is_not(None)))
    view = post_view(last, viewer=db.session.get_one(Account, alice.id))
    assert view.root.is_deleted
    assert [link.author.nickname if link.author else None for link in view.chain] == [None, alice.nickname]
    reply = db.session.scalar(select(Comment).where(Comment.text == "回复她"))
    assert db.session.get_one(Comment, reply.thread_id).deleted_at is not None


def test_the_others_keep_what_is_theirs(app, client, login, frozen_clock, work_off, her, alice):
    leave(her, frozen_clock, work_off)
    login(client, db.session.get_one(Account, alice.id))
    talk = client.get(f"/messages/{her.id}", headers={"Accept-Language": "zh-CN"}).get_data(as_text=True)
    assert "爱丽丝的回信" in talk
    assert "已注销用户" in talk
    assert client.get("/messages").status_code == 200
    assert client.get(f"/u/{her.id}").status_code == 410


def test_what_is_done_again_changes_nothing(frozen_clock, work_off, her):
    from app.accounts.events import AccountClosed
    from app.wiring import WIRING

    leave(her, frozen_clock, work_off)
    before = {table.name: sorted(map(repr, db.session.execute(select(table)))) for table in Base.metadata.sorted_tables}
    for listener in WIRING[AccountClosed].later:
        listener(AccountClosed(her.id))
    work_off()
    after = {table.name: sorted(map(repr, db.session.execute(select(table)))) for table in Base.metadata.sorted_tables}
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}


def test_the_handle_and_the_address_are_free_again(frozen_clock, work_off, her):
    leave(her, frozen_clock, work_off)
    assert people.who_is("markedhandle") is None
    accounts.open_account(
        handle="markedhandle", nickname="新来的", email="markedmail@example.com", password=PASSWORD, now=clock.now()
    )


def test_the_clock_itself_closes(frozen_clock, work_off, alice):
    accounts.ask_to_close(by=alice, password=PASSWORD, has_proof=True, now=clock.now())
    work_off()
    assert jobs.coming(frozen_clock.forward(days=6, hours=23, minutes=59)) != []
    frozen_clock.forward(minutes=2)
    work_off()
    assert db.session.get_one(Account, alice.id, populate_existing=True).closed_at is not None
    assert db.session.get_one(Account, alice.id).closed_at - clock.now() < timedelta(minutes=1)
