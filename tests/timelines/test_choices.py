"""Home by group, special people and friends; and who finds what was written for a few."""

import pytest

from app.kernel import clock
from app.posts import operations as publishing
from app.relationships import operations as relationships
from app.timelines import operations, queries


@pytest.fixture
def friends(alice, bob, carol, make_follow, make_post):
    """alice follows both; bob follows back and is special; carol is in the family; each has written one post."""
    for account in (bob, carol):
        make_follow(by=alice, of=account)
    make_follow(by=bob, of=alice)
    relationships.mark_special(bob, by=alice)
    family = relationships.create_group("家人", by=alice, now=clock.now())
    relationships.add_to_group(family, carol, by=alice, now=clock.now())
    written = {}
    for account in (alice, bob, carol):
        written[account.handle] = make_post(by=account).id
        operations.deliver(written[account.handle], account.id, to=[alice.id])
    return family, written


def shown(html):
    return html.count("<article")


def test_each_choice_shows_its_own_people_alone(client, login, alice, friends):
    family, written = friends
    me = login(client, alice)
    for address, author in ((f"/?group={family.id}", "carol"), ("/?feed=special", "bob"), ("/?feed=friends", "bob")):
        html = me.get(address).text
        assert f'id="post-{written[author]}"' in html
        assert shown(html) == 1
    assert shown(me.get("/").text) == 3


@pytest.mark.parametrize(("query", "author"), [("feed=special", "bob"), ("feed=friends", "bob"), ("group={}", "carol")])
def test_news_and_their_number_keep_to_the_choice(client, login, alice, friends, query, author):
    family, written = friends
    me = login(client, alice)
    query = query.format(family.id)
    assert me.get(f"/timeline/new/ids?since=0&{query}").json == {"ids": [str(written[author])]}
    assert shown(me.get(f"/timeline/new?since=0&{query}", headers={"X-Fragment": "1"}).text) == 1


def test_further_pages_keep_to_the_choice(client, login, alice, bob, friends, make_post):
    for _ in range(25):
        operations.deliver(make_post(by=bob).id, bob.id, to=[alice.id])
    html = login(client, alice).get("/?feed=special").text
    assert "&amp;feed=special" in html
    assert 'data-feed-query="&amp;feed=special"' in html


def test_the_groups_of_others_are_no_choice(client, login, bob, friends):
    family, _ = friends
    me = login(client, bob)
    assert me.get(f"/?group={family.id}").status_code == 404
    assert me.get("/?group=nonsense").status_code == 404
    assert me.get(f"/timeline/new/ids?since=0&group={family.id}").status_code == 404


def test_ids_of_news_are_for_those_who_are_logged_in_but_for_the_square(client, bob, make_post):
    post = make_post(by=bob)
    assert client.get("/timeline/new/ids?since=0", headers={"X-Fragment": "1"}).status_code == 401
    assert client.get("/timeline/new/ids?since=0&feed=public").json == {"ids": [str(post.id)]}


def test_a_page_says_that_its_reader_leaves_things_out(client, login, alice, friends):
    me = login(client, alice)
    assert "data-narrowed" not in me.get("/").text
    operations.mute_word("加班", by=alice, now=clock.now())
    assert "data-narrowed" in me.get("/").text
    assert "data-narrowed" in me.get("/public").text


def test_home_with_filters_needs_at_most_twelve_statements(client, login, alice, bob, friends, budget):
    """Once the page is warm: what stands beside every page of hers is kept until she does something."""
    family, _ = friends
    operations.mute_word("加班", by=alice, now=clock.now())
    operations.set_hides_products(True, by=alice)
    relationships.mute_reposts(bob, by=alice, now=clock.now())
    me = login(client, alice)
    me.get("/")
    for address in ("/", "/?feed=special", "/?feed=friends", f"/?group={family.id}"):
        with budget(12):
            me.get(address)


def publish(by, **content):
    return publishing.publish(by=by, now=clock.now(), **content)


def test_what_is_written_for_a_group_comes_to_the_fans_in_it(alice, bob, carol, friends, make_follow, work_off):
    make_follow(by=carol, of=alice)
    family, _ = friends
    post = publish(alice, text="只给家人", audience="group", group_id=family.id)
    work_off()
    assert sorted(queries.account_ids_with(post.id)) == sorted([alice.id, carol.id])


def test_whoever_is_put_into_a_group_later_finds_what_was_written_for_it(alice, bob, friends, work_off):
    family, _ = friends
    post = publish(alice, text="只给家人", audience="group", group_id=family.id)
    work_off()
    assert post.id not in [one.id for one in queries.home_feed(bob, before=None).items]
    relationships.add_to_group(family, bob, by=alice, now=clock.now())
    work_off()
    assert post.id in [one.id for one in queries.home_feed(bob, before=None).items]
    relationships.take_out_of_group(family, bob, by=alice)
    assert post.id not in [one.id for one in queries.home_feed(bob, before=None).items]


def test_new_friends_find_what_was_written_for_friends(alice, carol, friends, work_off, make_follow):
    make_follow(by=carol, of=alice)
    relationships.unfollow(carol, by=alice, now=clock.now())
    post = publish(alice, text="好友可见", audience="mutuals")
    work_off()
    assert post.id not in [one.id for one in queries.home_feed(carol, before=None).items]
    relationships.follow(carol, by=alice, now=clock.now())
    work_off()
    assert post.id in [one.id for one in queries.home_feed(carol, before=None).items]


def test_what_was_written_for_a_deleted_group_stays_with_its_author_alone(
    alice, bob, carol, friends, make_follow, work_off
):
    make_follow(by=carol, of=alice)
    family, _ = friends
    post = publish(alice, text="只给家人", audience="group", group_id=family.id)
    work_off()
    assert shown_to(carol, post)
    relationships.delete_group(family, by=alice)
    work_off()
    assert [shown_to(who, post) for who in (alice, bob, carol)] == [True, False, False]


def shown_to(viewer, post):
    return post.id in [one.id for one in queries.home_feed(viewer, before=None).items]
