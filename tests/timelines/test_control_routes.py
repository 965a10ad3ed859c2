"""The page on which a reader says what she does not want to meet, and the items in the menus of posts."""

import pytest

from app.kernel import clock
from app.kernel.transactions import add, operation
from app.posts.models import Topic
from app.timelines import operations, queries

FRAGMENT = {"X-Fragment": "1", "Accept": "text/html"}
JSON = {"X-Fragment": "1", "Accept": "application/json"}


@pytest.fixture
def me(client, login, alice):
    return login(client, alice)


@operation
def make_topic(name):
    return add(Topic(name=name, key=name, created_at=clock.now()))


def test_a_word_is_added_shown_and_taken_off(me, alice):
    assert "加班" in me.post("/settings/blocking/words", data={"word": "加班"}, follow_redirects=True).text
    word = queries.muted_words_of(alice)[0]
    answer = me.delete(f"/settings/blocking/words/{word.id}", headers=FRAGMENT)
    assert (answer.status_code, answer.text) == (200, "")
    assert "加班" not in me.get("/settings/blocking").text


def test_a_refused_word_is_said(me):
    assert "请输入不想看到的词" in me.post("/settings/blocking/words", data={"word": " "}, follow_redirects=True).text


def test_a_topic_is_muted_by_its_name_and_can_be_taken_back(me, alice):
    topic = make_topic("剧透")
    answer = me.post("/settings/blocking/topics", data={"name": "#剧透#"}, headers=JSON).json
    assert answer == {"active": True, "undo_url": f"/settings/blocking/topics/{topic.id}"}
    assert "#剧透#" in me.get("/settings/blocking").text
    assert me.delete(answer["undo_url"], headers=JSON).json == {"active": False}
    assert queries.muted_topics_of(alice) == []
    assert me.post("/settings/blocking/topics", data={"name": "没有的话题"}, headers=JSON).status_code == 404


def test_products_are_switched_off_and_on(me, alice):
    assert me.post("/settings/blocking/products", headers=JSON).json == {"active": True}
    assert queries.hides_products(alice)
    assert 'aria-pressed="true"' in me.get("/settings/blocking").text
    assert me.delete("/settings/blocking/products", headers=JSON).json == {"active": False}
    assert not queries.hides_products(alice)
    assert me.post("/settings/blocking/products").status_code == 303


def test_the_menu_of_a_post_offers_what_fits_it(me, alice, bob, make_follow, make_post, make_repost, make_product):
    make_follow(by=alice, of=bob)
    plain = make_post(by=bob, text="没什么")
    repost = make_repost(make_post(by=bob, text="一把壶", cards=[make_product()]), by=bob, text="再说一次")
    own = make_post(by=alice)
    for post in (plain, repost, own):
        operations.deliver(post.id, post.author_id, to=[alice.id])
    menus = {post: me.get(f"/posts/{post.id}/fragment", headers=FRAGMENT).text for post in (plain, repost, own)}
    assert "不看TA的转发" in menus[repost]
    assert "不看商品微博" in menus[repost]
    assert "不看TA的转发" not in menus[plain]
    assert "不看商品微博" not in menus[plain]
    assert f'action="/accounts/{bob.id}/mute"' in menus[plain]
    assert "/mute" not in menus[own]
