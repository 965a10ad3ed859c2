"""The pages that are feeds."""

import re

import pytest

from app.announcements.queries import shown_announcement
from app.kernel import clock
from app.kernel.transactions import add, operation
from app.posts.models import PostImage
from app.products.models import Link
from app.timelines import operations as timelines


@operation
def hang_pictures(post, images):
    for position, image in enumerate(images):
        add(PostImage(post_id=post.id, position=position, image_id=image.id, alt="一张图"))


@operation
def make_link(number):
    return add(
        Link(url=f"https://news.example/{number}", url_key=f"key{number}", status="page", domain="news.example",
             title="一篇文章", requested_at=clock.now())
    )  # fmt: skip


@operation
def take_away(post):
    post.deleted_at, post.deleted_by, post.text = clock.now(), "author", ""


@pytest.fixture
def busy_home(alice, make_account, make_follow, make_post, make_repost, make_product, make_image):
    """Twenty posts of twenty people with everything a post can carry, in alice's home feed."""
    for number in range(20):
        author = make_account()
        make_follow(by=alice, of=author)
        root = make_post(
            by=make_account(),
            text=f"#话题{number}# 你好 @{author.nickname} https://x.example/{number} [doge]" + "长" * 150,
            cards=[make_product(), make_product()],
            link_id=make_link(number).id,
        )
        hang_pictures(root, [make_image(by=root.author) for _ in range(9)])
        parent = root
        for _ in range(number % 4):
            parent = make_repost(parent, by=make_account(), text="路过说一句")
        post = make_repost(parent, by=author, text=f"第{number}条 @爱丽丝") if number % 3 else root
        if post is not root and number % 7 == 5:
            take_away(root)
        if post is root:
            make_follow(by=alice, of=root.author)
        timelines.deliver(post.id, post.author_id, to=[alice.id])
    return alice


def shown_in(html):
    return re.findall(r'<article[^>]*\bid="post-(\d+)"', html)


def test_the_home_page_of_twenty_rich_posts_needs_at_most_twelve_statements(client, login, busy_home, budget, app):
    shown_announcement(clock.now())  # asked once a minute for everybody together
    login(client, busy_home)
    with budget(12):
        html = client.get("/").text
    assert len(shown_in(html)) == 20


def test_a_further_page_comes_as_a_fragment_alone(client, login, busy_home, budget):
    login(client, busy_home)
    first = shown_in(client.get("/").text)
    with budget(12):
        fragment = client.get(f"/?before={first[9]}", headers={"X-Fragment": "1"}).text
    assert shown_in(fragment) == first[10:]
    assert "<html" not in fragment


def test_whoever_is_logged_out_is_led_to_the_public_feed(client, alice, make_post):
    make_post(by=alice, text="给所有人看的")
    answer = client.get("/", follow_redirects=True)
    assert answer.request.path == "/public"
    assert "给所有人看的" in answer.text


def test_news_since_a_post(client, login, alice, make_post):
    old = make_post(by=alice)
    timelines.deliver(old.id, alice.id, to=[alice.id])
    new = make_post(by=alice)
    timelines.deliver(new.id, alice.id, to=[alice.id])
    answer = login(client, alice).get(f"/timeline/new?since={old.id}", headers={"X-Fragment": "1"})
    assert shown_in(answer.text) == [str(new.id)]
    assert answer.headers["X-Newest-Id"] == str(new.id)


def test_news_of_the_home_feed_are_for_those_who_are_logged_in(client):
    assert client.get("/timeline/new?since=1", headers={"X-Fragment": "1"}).status_code == 401


def test_news_of_the_public_feed_are_for_everybody(client, bob, make_post):
    new = make_post(by=bob)
    answer = client.get("/timeline/new?since=1&feed=public", headers={"X-Fragment": "1"})
    assert answer.status_code == 200
    assert shown_in(answer.text) == [str(new.id)]


@pytest.mark.parametrize("cursor", ["x", "-1", "9" * 30, "", "1.5"])
def test_a_nonsense_cursor_is_the_first_page(client, cursor):
    assert client.get(f"/public?before={cursor}").status_code == 200


def test_a_profile_is_closed_to_those_who_are_blocked(client, login, alice, enemy):
    assert login(client, alice).get(f"/u/{enemy.id}").status_code == 404
    assert client.get("/u/1").status_code == 404


def test_a_handle_leads_to_the_profile(client, alice):
    assert client.get("/@Alice").headers["Location"] == f"/u/{alice.id}"
    assert client.get("/@nobody").status_code == 404


def test_a_topic_that_nobody_has_used_is_an_invitation(client):
    answer = client.get("/topic/还没有人用过")
    assert answer.status_code == 200
    assert "还没有人用过" in answer.text


def test_the_product_page_keeps_what_was_said_when_the_root_is_gone(
    client, bob, carol, make_post, make_repost, make_product
):
    product = make_product("山野手冲壶")
    root = make_post(by=bob, text="新壶到了", cards=[product])
    make_repost(root, by=carol, text="我也有一只，很好用")
    take_away(root)
    html = client.get(f"/p/{product.id}").text
    assert "我也有一只，很好用" in html
    assert "新壶到了" not in html


def test_an_unknown_product_is_not_found(client, app):
    assert client.get("/p/5").status_code == 404
