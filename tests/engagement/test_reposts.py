"""The list of reposts: the warmest first, the newest first, or those of people whom one follows."""

import pytest

from app.engagement import operations, presenters
from app.kernel import clock
from app.posts import operations as posts

SCRIPT = {"X-Fragment": "1"}


@pytest.fixture
def root(bob, make_post, frozen_clock):
    return make_post(by=bob, text="山里的风")


def pass_on(post, by, text="看"):
    return posts.repost(post, by=by, text=text, now=clock.now())


def listed(post, viewer, sort, before=None):
    page, shown = presenters.repost_page(post, viewer=viewer, before=before, sort=sort)
    assert shown == sort
    return [int(view.id) for view in page.posts], page.next_cursor


def test_warmth_counts_reposts_twice_comments_and_likes_once(alice, bob, carol, mod, root, say):
    cold, liked, talked, passed = (pass_on(root, person) for person in (alice, carol, mod, carol))
    operations.like(liked, by=bob, now=clock.now())
    for person in (alice, carol, bob):
        say(talked, person)
    below = pass_on(passed, alice)
    assert listed(root, None, "hot")[0] == [talked.id, passed.id, liked.id, below.id, cold.id]
    assert listed(root, None, "new")[0] == [below.id, passed.id, talked.id, liked.id, cold.id]


def test_below_a_repost_stands_what_hangs_on_it(alice, carol, root):
    middle = pass_on(root, alice)
    pass_on(root, carol)
    below = pass_on(middle, carol)
    pass_on(below, alice)
    for sort in ("hot", "new"):
        assert listed(middle, None, sort)[0] == [below.id]


def test_those_of_people_whom_one_follows(alice, bob, carol, mod, root, make_follow):
    make_follow(by=alice, of=carol)
    pass_on(root, mod)
    first = pass_on(root, carol)
    below = pass_on(first, mod)
    second = pass_on(below, carol)
    assert listed(root, alice, "followed")[0] == [second.id, first.id]
    assert listed(below, alice, "followed")[0] == [second.id]
    assert listed(root, bob, "followed")[0] == []


@pytest.mark.parametrize("sort", ["hot", "new", "followed"])
def test_pages_hold_each_once_and_only_what_one_may_see(alice, bob, carol, enemy, root, make_follow, sort):
    make_follow(by=alice, of=carol)
    reposts = [pass_on(root, carol, f"第{number}次") for number in range(45)]
    for repost in reposts[::4]:
        operations.like(repost, by=bob, now=clock.now())
    pass_on(root, enemy)
    posts.repost(root, by=carol, text="只给自己", now=clock.now(), audience="self")
    rows, cursor = listed(root, alice, sort)
    while cursor:
        more, cursor = listed(root, alice, sort, before=cursor)
        rows += more
    assert len(rows) == 45
    assert set(rows) == {repost.id for repost in reposts}


def test_the_page_and_its_fragments(client, login, alice, carol, root, make_follow):
    make_follow(by=alice, of=carol)
    for number in range(21):
        pass_on(root, carol, f"第{number}次")
    guest = client.get(f"/posts/{root.id}?tab=reposts").text
    assert "sort=new" in guest
    assert "sort=followed" not in guest
    assert client.get(f"/posts/{root.id}?tab=reposts&sort=followed").status_code == 200
    login(client, alice)
    for sort in ("hot", "new", "followed"):
        page = client.get(f"/posts/{root.id}?tab=reposts&sort={sort}").text
        assert f"sort={sort}" in page.partition('data-role="more"')[2]
        cursor = page.partition('data-next-cursor="')[2].partition('"')[0]
        rest = client.get(f"/posts/{root.id}?tab=reposts&sort={sort}&before={cursor}", headers=SCRIPT).text
        assert "第0次" in rest
    assert client.get(f"/posts/{root.id}?tab=reposts&sort=moon&before=x").status_code == 200


def test_a_list_without_anybody_says_so(client, login, alice, carol, root):
    pass_on(root, carol)
    assert "你关注的人还没有转发" in login(client, alice).get(f"/posts/{root.id}?tab=reposts&sort=followed").text
