"""Reading, taking back, removing: exact counts, and each for herself."""

import pytest

from app.kernel import clock
from app.kernel.database import db
from app.media.models import Image
from app.messages import operations, queries
from app.messages.events import ConversationMoved, ConversationRead, MessageTakenBack
from app.messages.operations import NotTakenBack


@pytest.fixture(autouse=True)
def friends(make_follow, alice, bob):
    make_follow(by=alice, of=bob)
    make_follow(by=bob, of=alice)


def shown(account, other):
    between = queries.between(account, other.id)
    return [message.id for message in queries.messages_before(between.own, before=None).items][::-1]


def test_reading_up_to_a_message_leaves_the_later_ones(say, stands, conversation, announced, alice, bob):
    ids = [say(alice, bob, text).id for text in ("一", "二", "三")]
    talk = conversation(bob, alice)
    assert operations.read(talk, by=bob, up_to=ids[1]) == 1
    assert (stands(bob, alice).unread_count, stands(bob, alice).read_id) == (1, ids[1])
    assert announced.count(ConversationRead(talk.id, bob.id, ids[1])) == 1
    operations.read(talk, by=bob, up_to=ids[0])
    assert stands(bob, alice).read_id == ids[1], "what was read stays read"
    assert not queries.miscounts()


def test_nobody_has_read_what_is_not_there_yet(say, stands, conversation, alice, bob):
    last = say(alice, bob).id
    operations.read(conversation(bob, alice), by=bob, up_to=2**62)
    assert stands(bob, alice).read_id == last
    say(alice, bob)
    assert stands(bob, alice).unread_count == 1


def test_a_stranger_to_a_conversation_reads_and_removes_nothing(say, stands, conversation, alice, bob, carol):
    last = say(alice, bob).id
    talk = conversation(alice, bob)
    assert operations.read(talk, by=carol, up_to=last) == 0
    operations.clear(talk, by=carol)
    operations.move_to_main(talk, by=carol)
    assert (stands(bob, alice).unread_count, shown(bob, alice)) == (1, [last])


def test_a_message_taken_back_is_empty_for_both_and_no_longer_unread(
    say, stands, announced, make_image, alice, bob, work_off
):
    picture = make_image(by=alice)
    message = say(alice, bob, "说错了", image_id=picture.id)
    operations.take_back(message, by=alice, now=clock.now())
    operations.take_back(message, by=alice, now=clock.now())
    assert (message.text, message.image_id, stands(bob, alice).unread_count) == ("", None, 0)
    assert announced.count(MessageTakenBack(message.id, message.conversation_id, alice.id, bob.id)) == 1
    assert shown(bob, alice) == [message.id], "its place stays"
    assert not queries.may_see_message(message.id, bob)
    work_off()
    db.session.expire_all()
    assert db.session.get(Image, picture.id) is None


def test_taking_back_what_was_read_changes_no_count(say, stands, conversation, alice, bob):
    first = say(alice, bob)
    operations.read(conversation(bob, alice), by=bob, up_to=first.id)
    say(alice, bob)
    operations.take_back(first, by=alice, now=clock.now())
    assert stands(bob, alice).unread_count == 1


def test_taking_back_is_for_the_writer_and_for_two_minutes(say, frozen_clock, alice, bob):
    message = say(alice, bob)
    with pytest.raises(NotTakenBack) as refusal:
        operations.take_back(message, by=bob, now=clock.now())
    assert refusal.value.reason.code == "not_yours"
    frozen_clock.forward(seconds=121)
    with pytest.raises(NotTakenBack) as refusal:
        operations.take_back(message, by=alice, now=clock.now())
    assert refusal.value.reason.code == "too_late"


def test_removing_is_for_oneself_and_a_new_message_begins_anew(say, conversation, announced, alice, bob):
    old = say(alice, bob)
    talk = conversation(bob, alice)
    operations.clear(talk, by=bob)
    operations.clear(talk, by=bob)
    assert announced.count(ConversationMoved(talk.id, bob.id)) == 1
    assert queries.participants_page(bob, box="main", before=None).items == []
    assert (shown(bob, alice), shown(alice, bob)) == ([], [old.id])
    assert not queries.may_see_message(old.id, bob)
    assert queries.may_see_message(old.id, alice)
    new = say(alice, bob, "又见面了")
    assert shown(bob, alice) == [new.id]
    assert [row.unread_count for row in queries.participants_page(bob, box="main", before=None).items] == [1]
    assert not queries.miscounts()


def test_what_was_removed_cannot_be_taken_back_into_the_counts(say, stands, conversation, alice, bob):
    message = say(alice, bob)
    operations.clear(conversation(bob, alice), by=bob)
    operations.take_back(message, by=alice, now=clock.now())
    assert stands(bob, alice).unread_count == 0
