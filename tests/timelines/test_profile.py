"""The page of an account: what is pinned stands first, and every tab comes in pages."""

import pytest

from app.kernel import clock
from app.posts import operations as posts
from app.timelines import queries


@pytest.fixture
def written(bob, make_post):
    return [make_post(by=bob) for _ in range(25)]


def page(account, viewer, **more):
    return queries.profile_feed(account, viewer=viewer, tab=more.get("tab", "all"), before=more.get("before"))


def ids(found):
    return [post.id for post in found.items]


def test_the_pinned_post_stands_first_and_nowhere_else(alice, bob, written):
    posts.pin(written[3], by=bob, now=clock.now())
    first = page(bob, alice)
    second = page(bob, alice, before=int(first.next_cursor))
    others = [post.id for post in written[::-1] if post is not written[3]]
    assert ids(first) + ids(second) == [written[3].id, *others]
    assert written[3].id in ids(page(bob, alice, tab="original", before=written[5].id))


def test_a_pinned_post_that_the_viewer_may_not_see_is_not_there(alice, bob, written, make_post):
    secret = make_post(by=bob, audience="self")
    posts.pin(secret, by=bob, now=clock.now())
    assert secret.id not in ids(page(bob, alice))
    assert ids(page(bob, bob))[0] == secret.id


def test_the_page_says_which_post_is_pinned(client, login, alice, bob, written):
    posts.pin(written[0], by=bob, now=clock.now())
    html = login(client, alice).get(f"/u/{bob.id}").text
    assert html.index(f'id="post-{written[0].id}"') < html.index(f'id="post-{written[-1].id}"')
    assert "置顶" in html
