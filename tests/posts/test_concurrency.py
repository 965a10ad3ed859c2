"""Many people act at the same moment: nothing twice, nothing lost, every counter exact."""

import functools
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from werkzeug.exceptions import NotFound

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from app.posts import operations, queries
from app.posts.models import Draft, Post, PostImage, Topic, Writing
from tests.support import makers
from tests.support.threads import at_once, committed

pytestmark = pytest.mark.real_commits


@pytest.fixture(autouse=True)
def real_database(app):
    with committed(app):
        yield
        db.session.rollback()
        assert queries.miscounts() == []


def publish(by_id, **values):
    by = db.session.get(Account, by_id)
    return operations.publish(by=by, now=clock.now(), **values).id


def repost(post_id, by_id, **values):
    post, by = db.session.get(Post, post_id), db.session.get(Account, by_id)
    return operations.repost(post, by=by, now=clock.now(), **values).id


def delete(post_id, by_id):
    operations.delete(db.session.get(Post, post_id), by=db.session.get(Account, by_id), now=clock.now())


def run(app, acts):
    """What the acts answered, all of them started at once; a failure is one of the answers."""
    results = at_once(app, acts)
    db.session.rollback()
    db.session.expire_all()
    return results


def failures(results):
    return [result for result in results if isinstance(result, BaseException)]


def posts():
    return db.session.scalar(select(func.count()).select_from(Post))


def account_ids(count):
    return [makers.make_account().id for _ in range(count)]


def test_fifty_people_repost_one_post(app):
    author, *people = account_ids(51)
    product = makers.make_product().id
    root = publish(author, text="壶", product_ids=[product])
    results = run(app, [functools.partial(repost, root, one, text="#好壶# 真好") for one in people])
    assert failures(results) == []
    assert len(set(results)) == 50
    assert db.session.get(Post, root).repost_count == 50
    assert db.session.scalar(select(Topic.post_count)) == 50


def test_one_tree_grows_at_all_ends(app):
    author, *people = account_ids(21)
    root = publish(author, text="根")
    branches = [repost(root, one, text="枝") for one in people[:4]]
    acts = [functools.partial(repost, branches[number % 4], one, text="叶") for number, one in enumerate(people)]
    assert failures(run(app, acts)) == []
    assert db.session.get(Post, root).repost_count == 24
    assert [db.session.get(Post, branch).repost_count for branch in branches] == [5, 5, 5, 5]


@pytest.mark.parametrize("kind", ["post", "repost"])
def test_the_same_key_twenty_times(app, kind):
    author, person = account_ids(2)
    root = publish(author, text="根")
    act = {
        "post": functools.partial(publish, person, text="一次 #话题#", client_key="key"),
        "repost": functools.partial(repost, root, person, text="一次", client_key="key"),
    }[kind]
    results = run(app, [act] * 20)
    assert failures(results) == []
    assert len(set(results)) == 1
    assert posts() == 2


def test_the_same_key_with_a_picture(app):
    person = makers.make_account()
    image = makers.make_image(by=person).id
    act = functools.partial(publish, person.id, text="图", image_ids=[image], client_key="key")
    results = run(app, [act] * 20)
    assert failures(results) == []
    assert (len(set(results)), posts()) == (1, 1)


def test_one_picture_lands_in_one_post(app):
    person = makers.make_account()
    image = makers.make_image(by=person).id
    results = run(app, [functools.partial(publish, person.id, text="图", image_ids=[image])] * 10)
    assert {error.reason.code for error in failures(results)} == {"image_not_yours"}
    assert len(failures(results)) == 9
    assert posts() == db.session.scalar(select(func.count()).select_from(PostImage)) == 1


def test_deleting_a_root_while_it_is_reposted(app):
    author, *people = account_ids(25)
    root = publish(author, text="根")
    first = repost(root, people[0], text="一")
    acts = [
        functools.partial(repost, first if number % 2 else root, one, text="也") for number, one in enumerate(people)
    ]
    acts[12:12] = [functools.partial(delete, root, author), functools.partial(delete, first, people[0])]
    results = run(app, acts)
    refused = {error.reason.code for error in failures(results)}
    assert refused <= {"deleted", "root_deleted"}
    assert db.session.get(Post, root).is_deleted


def draft_of(by_id, text="写好了"):
    by = db.session.get(Account, by_id)
    writing = Writing(text=text)
    return operations.keep_draft(writing, by=by, now=clock.now(), client_key="one draft").id


def publish_draft(draft_id, by_id):
    by = db.session.get(Account, by_id)
    return operations.publish_draft(queries.draft_or_404(draft_id, of=by), by=by, now=clock.now()).id


def test_a_draft_goes_out_once_whoever_sends_it(app):
    """Pressed in two windows, come due, sent by the composer, saved once more: one post, and no draft is left."""
    author = makers.make_account().id
    draft_id = draft_of(author)
    draft = db.session.get(Draft, draft_id)
    now = clock.now()
    at = now + timedelta(minutes=2)
    operations.schedule(draft, by=db.session.get(Account, author), at=at, now=now)
    results = run(
        app,
        [
            *[functools.partial(publish_draft, draft_id, author)] * 4,
            *[functools.partial(operations.publish_when_due, draft_id, at=at, now=at)] * 4,
            *[functools.partial(publish, author, text="写好了", client_key="one draft")] * 4,
            *[functools.partial(draft_of, author, text="写好了吗")] * 4,
        ],
    )
    assert (posts(), db.session.scalar(select(func.count()).select_from(Draft))) == (1, 0)
    assert [one for one in failures(results) if not isinstance(one, (operations.NotKept, NotFound))] == []


def test_one_key_is_one_draft_however_often_it_is_saved_at_once(app):
    author = makers.make_account().id
    ids = run(app, [functools.partial(draft_of, author, text=str(number)) for number in range(12)])
    assert failures(ids) == []
    assert len(set(ids)) == 1
