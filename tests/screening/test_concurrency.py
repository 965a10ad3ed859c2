"""At the same moment: two reviewers decide once, two requests are held once, one account is limited once."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import func, select

from app.kernel import cache, clock
from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.posts import operations as posts
from app.posts.models import Post
from app.screening import operations, queries
from app.screening.models import SCOPES, Limit, ReviewItem, WordRule
from app.screening.queries.words import VERSION
from tests.support import makers
from tests.support.threads import at_once, committed

pytestmark = pytest.mark.real_commits


@pytest.fixture(autouse=True)
def committing(app: Any) -> Iterator[None]:
    with committed(app):
        app.extensions["cache"].clear()
        yield


@operation
def make_rule() -> None:
    cache.forget(VERSION)
    now = clock.now()
    add(WordRule(word="代购", key="代购", action="review", scopes=list(SCOPES), created_at=now, updated_at=now))


def count(model: Any) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_two_reviewers_make_one_decision(app: Any) -> None:
    make_rule()
    author = makers.make_account()
    reviewers = [makers.make_account(role="moderator").id for _ in range(2)]
    with pytest.raises(operations.Held):
        posts.publish(by=author, text="代购", now=clock.now())
    item_id = queries.waiting_items()[0].id

    def decide(act: Any, reviewer_id: int) -> Any:
        item, by = queries.item_or_404(item_id), db.session.get_one(makers.accounts.Account, reviewer_id)
        return act(item, by)

    found = at_once(
        app,
        [
            lambda: decide(lambda item, by: operations.release(item, by=by, now=clock.now()), reviewers[0]),
            lambda: decide(
                lambda item, by: operations.refuse(item, by=by, reason="不行", now=clock.now()), reviewers[1]
            ),
        ],
    )
    refused = [one for one in found if isinstance(one, operations.NotReviewable)]
    assert len(refused) == 1, found
    db.session.rollback()
    db.session.expire_all()
    item = queries.item_or_404(item_id)
    assert (item.state, count(Post)) in {("released", 1), ("refused", 0)}


def test_the_same_request_twice_is_held_once(app: Any) -> None:
    make_rule()
    author_id = makers.make_account().id

    def publish() -> Any:
        by = db.session.get_one(makers.accounts.Account, author_id)
        return posts.publish(by=by, text="代购", now=clock.now(), client_key="one")

    found = at_once(app, [publish] * 4)
    assert all(isinstance(one, operations.Held) for one in found), found
    assert count(ReviewItem) == 1


def test_one_source_limits_once(app: Any) -> None:
    account_id = makers.make_account().id

    def impose() -> Any:
        now = clock.now()
        return operations.impose("silenced", account_id=account_id, code="risk", source="risk", by=None, now=now)

    found = at_once(app, [impose] * 4)
    assert not [one for one in found if isinstance(one, Exception)], found
    assert count(Limit) == 1
