"""Much news of one kind at the same moment grows one notice, and reading in between loses none of it."""

import functools
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from app.notifications import operations
from app.notifications.models import Notice, NoticeActor
from tests.support import makers
from tests.support.threads import at_once, committed

pytestmark = pytest.mark.real_commits


def run(app, acts):
    results = at_once(app, acts)
    db.session.rollback()
    db.session.expire_all()
    assert [result for result in results if result is not None] == []


def liked(post_id, account_id, by_id):
    return functools.partial(operations.give, "like", to=[account_id], by=by_id, now=clock.now(), post_id=post_id)


def test_thirty_people_grow_one_notice(app):
    with committed(app):
        author = makers.make_account()
        post = makers.make_post(by=author).id
        fans = [makers.make_account().id for _ in range(30)]
        run(app, [liked(post, author.id, fan) for fan in [*fans, *fans[:10]]])
        notice = db.session.scalars(select(Notice)).one()
        actors = db.session.scalar(select(func.count()).select_from(NoticeActor))
        assert (notice.actor_count, actors) == (30, 30)
        assert notice.latest_id == db.session.scalar(select(func.max(NoticeActor.id)))


def test_reading_in_between_loses_nobody(app):
    with committed(app):
        author = makers.make_account().id
        post = makers.make_post(by=db.session.get(Account, author)).id
        fans = [makers.make_account().id for _ in range(20)]

        def read():
            operations.read(by=db.session.get(Account, author))

        acts = [act for fan in fans for act in (liked(post, author, fan), read)]
        run(app, acts)
        notices = db.session.scalars(select(Notice)).all()
        assert sum(notice.actor_count for notice in notices) == 20
        assert sum(notice.is_unread for notice in notices) <= 1
        assert all(notice.is_unread == (notice.group_key is not None) for notice in notices)
        assert db.session.scalar(select(func.count()).select_from(NoticeActor)) == 20


def test_news_for_many_in_any_order(app):
    with committed(app):
        people = [makers.make_account().id for _ in range(8)]
        post = makers.make_post(by=db.session.get(Account, people[0])).id

        def name_all(by_id, order):
            return functools.partial(
                operations.give, "mention", to=people[::order], by=by_id, now=clock.now(), post_id=post
            )

        run(app, [name_all(person, order) for person in people for order in (1, -1)])
        assert {notice.actor_count for notice in db.session.scalars(select(Notice))} == {7}


def test_giving_and_taking_back_at_the_same_moment(app):
    with committed(app):
        author = makers.make_account()
        post = makers.make_post(by=author).id
        fans = [makers.make_account().id for _ in range(16)]
        for fan in fans[:8]:
            liked(post, author.id, fan)()

        def taken_back(fan):
            return functools.partial(operations.take_back, "like", of=author.id, by=fan, post_id=post)

        run(app, [*(taken_back(fan) for fan in fans[:8]), *(liked(post, author.id, fan) for fan in fans[8:])])
        (notice,) = db.session.scalars(select(Notice)).all()
        actors = set(db.session.scalars(select(NoticeActor.account_id)))
        assert (notice.actor_count, actors) == (8, set(fans[8:]))
        run(app, [taken_back(fan) for fan in fans])
        assert db.session.scalar(select(func.count()).select_from(Notice)) == 0


def test_two_processes_send_one_digest(app):
    with committed(app):
        account = makers.make_account()
        now = clock.now()
        operations.choose_rhythm("daily", by=account, now=now)
        claim = functools.partial(operations.claim_digest, account.id, now=now + timedelta(days=2))
        claims = at_once(app, [claim] * 6)
        assert sum(isinstance(one, int) for one in claims) == 1
        assert [one for one in claims if isinstance(one, Exception)] == []
