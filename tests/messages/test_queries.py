"""Lists cut by cursor, and nothing for whoever is no member."""

import pytest
from werkzeug.exceptions import NotFound

from app.kernel.transactions import operation
from app.messages import queries


@pytest.fixture(autouse=True)
def everybody_follows_alice(make_follow, alice, bob, carol):
    for other in (bob, carol):
        make_follow(by=alice, of=other)
        make_follow(by=other, of=alice)


def test_the_list_shows_the_last_written_first_page_by_page(say, make_account, make_follow, alice):
    people = [make_account() for _ in range(5)]
    for person in people:
        make_follow(by=alice, of=person)
        say(person, alice)
    seen, before = [], None
    while True:
        page = queries.participants_page(alice, box="main", before=before, size=2)
        seen += [row.other_id for row in page.items]
        if page.next_cursor is None:
            break
        before = int(page.next_cursor)
    assert seen == [person.id for person in reversed(people)]


def test_a_conversation_is_read_page_by_page(say, alice, bob):
    ids = [say(bob, alice, str(number)).id for number in range(queries.messages.PAGE + 3)]
    own = queries.between(alice, bob.id).own
    page = queries.messages_before(own, before=None)
    older = queries.messages_before(own, before=int(page.next_cursor))
    assert [message.id for message in (*page.items, *older.items)] == ids[::-1]
    assert older.next_cursor is None
    assert [message.id for message in queries.messages_after(own, after=ids[-3]).items] == ids[-2:]


def test_whoever_is_no_member_finds_nothing(say, alice, bob, carol):
    message = say(alice, bob)
    for viewer in (alice, bob):
        assert queries.may_see_message(message.id, viewer)
        assert queries.message_or_none(message.id, viewer=viewer).id == message.id
    for viewer in (carol, None):
        assert not queries.may_see_message(message.id, viewer)
    assert queries.message_or_none(message.id, viewer=carol) is None
    assert queries.between(carol, alice.id) is None
    assert queries.member_or_none(message.conversation_id, carol.id) is None
    with pytest.raises(NotFound):
        queries.message_or_404(message.id, viewer=carol)


def test_staff_is_no_member_either(say, alice, bob, mod):
    assert not queries.may_see_message(say(alice, bob).id, mod)


def test_ids_that_no_message_can_have(alice):
    for odd in (0, -1, 2**63, 2**70):
        assert not queries.may_see_message(odd, alice)
        assert queries.message_or_none(odd, viewer=alice) is None


def test_a_message_with_what_stands_around_it(say, alice, bob):
    ids = [say(bob, alice, str(number)).id for number in range(15)]
    found = queries.message_or_404(ids[7], viewer=alice)
    assert found.message.id == ids[7]
    assert [message.id for message in found.around] == ids[2:13]


def test_unread_counts_by_box(say, make_account, alice, bob, carol):
    say(bob, alice), say(bob, alice), say(carol, alice), say(make_account(), alice)
    assert queries.unread_counts(alice.id) == {"main": 3, "strangers": 1}
    assert queries.unread_counts(bob.id) == {"main": 0, "strangers": 0}


def test_a_wrong_count_is_found(say, stands, alice, bob):
    say(bob, alice)

    @operation
    def spoil():
        stands(alice, bob).unread_count = 7

    spoil()
    assert [(wrong.stored, wrong.true) for wrong in queries.miscounts()] == [(7, 1)]


def test_whom_one_has_written_with_last(say, alice, bob, carol):
    say(bob, alice), say(alice, carol)
    assert queries.partners_of(alice, limit=5) == [carol, bob]
