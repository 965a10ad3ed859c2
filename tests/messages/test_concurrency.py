"""Two people, many threads: one conversation, exact counts, no message twice."""

import functools

import pytest
from sqlalchemy import func, select

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.database import db
from app.messages import operations, queries
from app.messages.models import Conversation, Message, Participant
from app.messages.operations import NotSendable
from tests.support import makers
from tests.support.threads import at_once, committed

pytestmark = pytest.mark.real_commits


def send(by_id, to_id, text, **values):
    by, to = db.session.get(Account, by_id), db.session.get(Account, to_id)
    return operations.send(to, by=by, text=text, now=clock.now(), **values).id


def read(by_id, other_id):
    by = db.session.get(Account, by_id)
    own = queries.between(by, other_id).own
    talk = db.session.get(Conversation, own.conversation_id)
    operations.read(talk, by=by, up_to=own.latest_id)


def take_back(by_id, message_id):
    by, message = db.session.get(Account, by_id), db.session.get(Message, message_id)
    operations.take_back(message, by=by, now=clock.now())


def run(app, acts):
    results = at_once(app, [functools.partial(*act) for act in acts])
    db.session.rollback()
    db.session.expire_all()
    return results


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def friends():
    a, b = makers.make_account(), makers.make_account()
    makers.make_follow(by=a, of=b)
    makers.make_follow(by=b, of=a)
    return a.id, b.id


def unread(account_id, other_id):
    return queries.between(db.session.get(Account, account_id), other_id).own.unread_count


def test_two_who_begin_at_the_same_moment_begin_one_conversation(app):
    with committed(app):
        a, b = friends()
        results = run(app, [(send, a, b, "在吗"), (send, b, a, "在吗")] * 10)
        assert all(isinstance(result, int) for result in results), results
        assert (count(Conversation), count(Participant), count(Message)) == (1, 2, 20)
        assert (unread(a, b), unread(b, a)) == (10, 10)
        assert not queries.miscounts()


def test_the_same_key_many_times_is_one_message(app):
    with committed(app):
        a, b = friends()
        key = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
        act = functools.partial(send, client_key=key)
        results = run(app, [(act, a, b, "只发一次")] * 20)
        assert len(set(results)) == 1, results
        assert (count(Message), unread(b, a)) == (1, 1)


def test_one_key_for_two_people_at_once_is_one_message(app):
    with committed(app):
        (a, b), (_, c) = friends(), friends()
        act = functools.partial(send, client_key="0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f1")
        results = run(app, [(act, a, b, "一"), (act, a, c, "一")] * 5)
        assert len(set(results)) == 1, results
        assert count(Message) == 1


def test_reading_and_taking_back_while_messages_come(app):
    with committed(app):
        a, b = friends()
        sent = [send(a, b, str(number)) for number in range(6)]
        acts = [(send, a, b, "新的"), (read, b, a)] * 6 + [(take_back, a, one) for one in sent]
        results = run(app, acts)
        assert not [result for result in results if isinstance(result, Exception)], results
        assert not queries.miscounts()
        read(b, a)
        assert unread(b, a) == 0


def test_a_stranger_gets_no_fourth_message_in_by_haste(app):
    with committed(app):
        a, b = makers.make_account().id, makers.make_account().id
        results = run(app, [(send, a, b, str(number)) for number in range(12)])
        refusals = [result for result in results if isinstance(result, NotSendable)]
        assert {refusal.reason.code for refusal in refusals} == {"wait_for_answer"}
        assert (len(refusals), count(Message), unread(b, a)) == (9, 3, 3)


def test_ids_rise_in_the_order_in_which_messages_came(app):
    with committed(app):
        a, b = friends()
        run(app, [(send, a, b, str(number)) for number in range(20)])
        own = queries.between(db.session.get(Account, b), a).own
        ids = db.session.scalars(select(Message.id).order_by(Message.id)).all()
        assert own.latest_id == ids[-1]
        assert len(set(ids)) == 20
