"""What the pages of the two members of a conversation hear, and nobody else."""

import pytest

from app.accounts import operations as accounts
from app.accounts import queries as people
from app.kernel import clock
from app.messages import operations as messages
from app.messages import queries


@pytest.fixture
def friends(make_follow, alice, bob):
    make_follow(by=alice, of=bob)
    make_follow(by=bob, of=alice)


def send(by, to, text="在吗"):
    return messages.send(to, by=by, text=text, now=clock.now())


def heard(page):
    return {message["name"]: message["args"][0] for message in page.get_received()}


def test_both_hear_of_a_message_and_nobody_else(connect, work_off, friends, alice, bob, carol):
    pages = [connect(one) for one in (alice, bob, carol)]
    message = send(alice, bob)
    work_off()
    facts = {"conversation": str(message.conversation_id), "id": str(message.id), "from": str(alice.id),
             "to": str(bob.id)}  # fmt: skip
    mine, theirs, other = [heard(page) for page in pages]
    assert mine == {"message:new": facts}
    assert theirs == {"message:new": facts, "messages:count": {"main": 1, "strangers": 0}}
    assert other == {}


def test_reading_is_told_to_the_writer(connect, work_off, friends, alice, bob):
    message = send(alice, bob)
    work_off()
    writer, reader = connect(alice), connect(bob)
    messages.read(queries.conversation_or_none(bob, alice.id), by=bob, up_to=message.id)
    work_off()
    facts = {"conversation": str(message.conversation_id), "by": str(bob.id), "up_to": str(message.id)}
    assert heard(writer) == {"message:read": facts}
    assert heard(reader) == {"messages:count": {"main": 0, "strangers": 0}}


def test_a_stranger_does_not_learn_that_she_was_read(connect, work_off, alice, bob):
    message = send(alice, bob)
    work_off()
    writer = connect(alice)
    messages.read(queries.conversation_or_none(bob, alice.id), by=bob, up_to=message.id)
    work_off()
    assert heard(writer) == {}


def test_both_hear_of_a_message_taken_back(connect, work_off, friends, alice, bob):
    message = send(alice, bob)
    work_off()
    writer, reader = connect(alice), connect(bob)
    message = queries.message_or_none(message.id, viewer=alice)
    messages.take_back(message, by=alice, now=clock.now())
    work_off()
    assert heard(writer)["message:gone"]["id"] == str(message.id)
    assert heard(reader)["messages:count"] == {"main": 0, "strangers": 0}


def test_letting_a_stranger_in_counts_anew(connect, work_off, alice, bob):
    send(alice, bob)
    work_off()
    page = connect(bob)
    messages.move_to_main(queries.conversation_or_none(bob, alice.id), by=bob)
    work_off()
    assert heard(page) == {"messages:count": {"main": 1, "strangers": 0}}


def test_writing_is_told_on_now_and_then(connect, friends, alice, bob, carol):
    message = send(alice, bob)
    writer, reader, other = connect(alice), connect(bob), connect(carol)
    for _ in range(5):
        writer.emit("message:typing", {"to": str(bob.id)})
    told = [one["args"][0] for one in reader.get_received() if one["name"] == "message:typing"]
    assert told == [{"conversation": str(message.conversation_id), "from": str(alice.id)}]
    assert heard(other) == {}


def test_only_a_member_who_was_let_in_is_told_on(connect, friends, make_block, alice, bob, carol):
    send(carol, bob)
    reader, stranger, nobody = connect(bob), connect(carol), connect(alice)
    stranger.emit("message:typing", {"to": str(bob.id)})
    nobody.emit("message:typing", {"to": str(bob.id)})
    assert heard(reader) == {}
    send(alice, bob)
    make_block(by=bob, of=alice)
    nobody.emit("message:typing", {"to": str(bob.id)})
    assert heard(reader) == {}


@pytest.mark.parametrize("facts", [None, {}, [], "x", {"to": 7}, {"to": "x"}, {"to": "9" * 19}, {"to": None}])
def test_nonsense_is_passed_over(connect, alice, facts):
    page = connect(alice)
    page.emit("message:typing", facts)
    assert page.is_connected()


def test_who_was_banned_since_the_page_connected_is_not_heard(connect, friends, alice, bob):
    send(alice, bob)
    writer, reader = connect(alice), connect(bob)
    accounts.ban(people.account_or_404(alice.id), now=clock.now())
    reader.get_received()
    writer.emit("message:typing", {"to": str(bob.id)})
    assert "message:typing" not in heard(reader)
