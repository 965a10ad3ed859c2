"""Whom the audience of a post names hears of it, and readers with filters are told to ask."""

import pytest

from app.kernel import clock
from app.posts import operations as publishing
from app.relationships import operations as relationships
from app.timelines import operations as timelines


@pytest.fixture
def family(alice, bob, carol, make_follow):
    """alice has put bob and carol into a group; only bob follows her."""
    for account in (bob, carol):
        make_follow(by=alice, of=account)
    make_follow(by=bob, of=alice)
    group = relationships.create_group("家人", by=alice, now=clock.now())
    for account in (bob, carol):
        relationships.add_to_group(group, account, by=alice, now=clock.now())
    return group


def heard(page, name):
    return [message["args"][0] for message in page.get_received() if message["name"] == name]


def test_a_post_for_a_group_is_told_to_the_fans_in_it(
    connect, alice, bob, carol, make_account, make_follow, family, work_off
):
    outsider = make_account()
    make_follow(by=outsider, of=alice)
    pages = {who: connect(who) for who in (alice, bob, carol, outsider)}
    for page in pages.values():
        page.emit("feed:subscribe", {})
    work_off()
    for page in pages.values():
        page.get_received()
    post = publishing.publish(by=alice, now=clock.now(), text="只给家人", audience="group", group_id=family.id)
    work_off()
    told = {who.handle: [news["ids"] for news in heard(page, "feed:new")] for who, page in pages.items()}
    assert told == {"alice": [[str(post.id)]], "bob": [[str(post.id)]], "carol": [], outsider.handle: []}


def heard_names(page, name):
    return [message["name"] for message in page.get_received() if message["name"] == name]


def test_pages_hear_that_their_reader_leaves_things_out(connect, alice, bob, work_off):
    reader, other = connect(alice), connect(bob)
    timelines.mute_word("加班", by=alice, now=clock.now())
    timelines.set_hides_products(True, by=alice)
    relationships.mute_reposts(bob, by=alice, now=clock.now())
    work_off()
    assert len(heard_names(reader, "feed:narrowed")) == 3
    assert heard_names(other, "feed:narrowed") == []
