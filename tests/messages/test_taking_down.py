"""Staff takes a message down: hidden from both, kept until appeals are over, unread counts exact both ways."""

import pytest

from app.kernel import clock
from app.kernel.database import db
from app.media.models import Image
from app.messages import operations, presenters, queries


@pytest.fixture(autouse=True)
def friends(make_follow, alice, bob, frozen_clock):
    make_follow(by=alice, of=bob)
    make_follow(by=bob, of=alice)
    yield
    assert queries.miscounts() == []


def seen(account, other):
    page = presenters.thread_view(other, viewer=account, before=None, now=clock.now()).page
    return [(view.is_taken_down, "".join(part.text for part in view.segments)) for view in page.messages]


def test_hidden_from_both_and_put_back_as_it_was(app, say, stands, mod, alice, bob):
    with app.test_request_context():
        message = say(alice, bob, "不该发的话")
        assert operations.take_down(message, by=mod, now=clock.now())
        assert not operations.take_down(message, by=mod, now=clock.now())
        assert seen(alice, bob) == seen(bob, alice) == [(True, "")]
        assert (stands(bob, alice).unread_count, queries.may_see_message(message.id, bob)) == (0, False)
        assert operations.put_back(message, by=mod, now=clock.now())
        assert not operations.put_back(message, by=mod, now=clock.now())
        assert seen(bob, alice) == [(False, "不该发的话")]
        assert stands(bob, alice).unread_count == 1


def test_what_was_read_meanwhile_stays_read(say, stands, conversation, mod, alice, bob):
    message = say(alice, bob)
    operations.take_down(message, by=mod, now=clock.now())
    operations.read(conversation(bob, alice), by=bob, up_to=message.id)
    operations.put_back(message, by=mod, now=clock.now())
    assert stands(bob, alice).unread_count == 0


def test_its_author_cannot_take_it_back_any_more(say, mod, alice, bob):
    message = say(alice, bob, "不该发的话")
    operations.take_down(message, by=mod, now=clock.now())
    operations.take_back(message, by=alice, now=clock.now())
    assert (message.text, message.taken_back_at) == ("不该发的话", None)


def test_wiped_when_nobody_can_appeal_any_more(say, mod, alice, bob, make_image, work_off, frozen_clock):
    picture = make_image(by=alice)
    message = say(alice, bob, "不该发的话", image_id=picture.id)
    operations.take_down(message, by=mod, now=clock.now())
    work_off()
    frozen_clock.forward(days=59)
    work_off()
    assert (message.text, db.session.query(Image).count()) == ("不该发的话", 1)
    frozen_clock.forward(days=2)
    work_off()
    db.session.expire_all()
    assert (message.text, message.image_id, db.session.query(Image).count()) == ("", None, 0)
    assert not operations.put_back(message, by=mod, now=clock.now())
