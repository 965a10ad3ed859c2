"""An author acts from several windows at the same moment: one thing is true in the end, and every counter with it."""

import functools

import pytest
from sqlalchemy import func, select

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from app.posts import operations, queries, rules
from app.posts.models import PinnedPost, Post
from tests.support import makers
from tests.support.threads import at_once, committed

pytestmark = pytest.mark.real_commits


@pytest.fixture(autouse=True)
def real_database(app):
    with committed(app):
        yield
        db.session.rollback()
        assert queries.miscounts() == []


def act(what, post_id, by_id, **values):
    operation = getattr(operations, what)
    operation(db.session.get(Post, post_id), by=db.session.get(Account, by_id), **values)


def run(app, acts):
    results = at_once(app, acts)
    db.session.rollback()
    db.session.expire_all()
    return [result for result in results if isinstance(result, BaseException)]


def test_deleted_and_brought_back_from_many_windows(app):
    author, reader = makers.make_account(), makers.make_account()
    kettle = makers.make_product()
    root = operations.publish(by=author, text="#壶#", now=clock.now(), product_ids=[kettle.id])
    post = operations.repost(root, by=reader, text="#好壶#", now=clock.now())
    ids = root.id, author.id, post.id, reader.id
    acts = []
    for _ in range(8):
        for what in ("delete", "restore"):
            acts += [functools.partial(act, what, post_id, by_id, now=clock.now())
                     for post_id, by_id in (ids[:2], ids[2:])]  # fmt: skip
    assert run(app, acts) == []
    for post_id, by_id in (ids[:2], ids[2:]):
        act("restore", post_id, by_id, now=clock.now())
    assert (db.session.get(Post, ids[0]).repost_count, db.session.get(Account, ids[3]).post_count) == (1, 1)


def test_wiped_while_it_is_brought_back(app):
    author = makers.make_account()
    post = operations.publish(by=author, text="最后一秒", now=clock.now())
    operations.delete(post, by=author, now=clock.now())
    later = clock.now() + 2 * rules.RESTORABLE_FOR
    ids = post.id, author.id
    wipe = functools.partial(operations.purge, ids[0], later)
    failed = run(app, [wipe, functools.partial(act, "restore", *ids, now=clock.now())] * 5)
    post = db.session.get(Post, ids[0])
    if post.purged_at:
        assert {error.reason.code for error in failed} <= {"too_late"}
        assert (post.text, post.is_deleted) == ("", True)
    else:
        assert failed == []
        assert (post.text, post.is_deleted) == ("最后一秒", False)


def test_two_posts_pinned_at_once(app):
    author = makers.make_account()
    ids = [operations.publish(by=author, text="顶", now=clock.now()).id for _ in range(10)]
    assert run(app, [functools.partial(act, "pin", one, author.id, now=clock.now()) for one in ids]) == []
    assert db.session.scalar(select(func.count()).select_from(PinnedPost)) == 1
