"""Reposting and commenting on what is deleted, blocked, hidden or gone at its root: refused with its own reason."""

import pytest

from app.posts import operations

SCRIPT = {"X-Fragment": "1"}
JSON = {"X-Fragment": "1", "Accept": "application/json"}
WORDS = "我写了半天的话"


@pytest.fixture
def deleted(bob, make_post, frozen_clock):
    post = make_post(by=bob, text="原来的秘密")
    operations.delete(post, by=bob, now=frozen_clock())
    return post


@pytest.fixture
def blocked(enemy, make_post):
    return make_post(by=enemy, text="原来的秘密")


@pytest.fixture
def hidden(bob, make_post):
    return make_post(by=bob, text="原来的秘密", audience="self")


@pytest.fixture
def rootless(bob, carol, make_post, frozen_clock):
    root = make_post(by=bob, text="原来的秘密")
    repost = operations.repost(root, by=carol, text="卡萝的话", now=frozen_clock())
    operations.delete(root, by=bob, now=frozen_clock())
    return repost


REPOSTS = [
    ("deleted", "deleted", "已被删除"),
    ("blocked", "blocked", "拉黑"),
    ("hidden", "not_visible", "没有权限"),
    ("rootless", "root_deleted", "原微博已被删除"),
]
COMMENTS = [("deleted", "deleted", "已被删除"), ("blocked", "blocked", "拉黑"), ("hidden", "not_visible", "没有权限")]


@pytest.mark.parametrize(("case", "code", "sentence"), REPOSTS)
def test_no_repost(as_alice, request, unchanged, case, code, sentence):
    post = request.getfixturevalue(case)
    _refused(as_alice, f"/posts/{post.id}/reposts", unchanged, code, sentence)


@pytest.mark.parametrize(("case", "code", "sentence"), COMMENTS)
def test_no_comment(as_alice, request, unchanged, case, code, sentence):
    post = request.getfixturevalue(case)
    _refused(as_alice, f"/posts/{post.id}/comments", unchanged, code, sentence)


def test_under_a_repost_whose_root_is_gone_one_may_still_talk(as_alice, rootless):
    assert as_alice.post(f"/posts/{rootless.id}/comments", data={"text": WORDS}, headers=SCRIPT).status_code == 201


def test_but_not_repost_it_along(as_alice, rootless, unchanged):
    fields = {"text": WORDS, "also_repost": "1"}
    with unchanged():
        told = as_alice.post(f"/posts/{rootless.id}/comments", data=fields, headers=JSON)
        page = as_alice.post(f"/posts/{rootless.id}/comments", data=fields)
    assert told.json["error"]["code"] == "root_deleted"
    assert f"{WORDS}</textarea>" in page.text


@pytest.mark.parametrize("case", ["deleted", "blocked", "hidden", "rootless"])
def test_the_repost_dialog_is_not_opened(as_alice, request, case):
    post = request.getfixturevalue(case)
    answer = as_alice.get(f"/posts/{post.id}/reposts/new", headers=SCRIPT)
    assert answer.status_code in (404, 409)
    assert "原来的秘密" not in answer.text


@pytest.mark.parametrize("act", ["like", "favourite"])
@pytest.mark.parametrize("case", ["deleted", "blocked", "hidden"])
def test_no_like_and_no_favourite(as_alice, request, unchanged, case, act):
    post = request.getfixturevalue(case)
    with unchanged():
        answer = as_alice.post(f"/posts/{post.id}/{act}", headers=JSON)
    assert answer.status_code == 409
    assert answer.json["error"]["message"]


def test_english_readers_are_told_in_english(as_stranger, deleted, unchanged):
    with unchanged():
        told = as_stranger.post(f"/posts/{deleted.id}/reposts", data={"text": WORDS}, headers=JSON)
        page = as_stranger.post(f"/posts/{deleted.id}/reposts", data={"text": WORDS})
    assert told.json["error"]["message"] == "This post has been deleted, so it can no longer be reposted."
    assert told.json["error"]["message"] in page.text


def _refused(client, path, unchanged, code, sentence):
    """Said to our script and on the page, with the words kept, and nothing of the post shown."""
    with unchanged():
        told = client.post(path, data={"text": WORDS}, headers=JSON)
        fragment = client.post(path, data={"text": WORDS}, headers=SCRIPT)
        page = client.post(path, data={"text": WORDS})
    assert told.status_code == fragment.status_code == page.status_code == 409
    assert told.json["error"]["code"] == code
    assert sentence in told.json["error"]["message"]
    assert f'data-code="{code}"' in fragment.text
    assert told.json["error"]["message"] in page.text
    assert f"{WORDS}</textarea>" in page.text
    assert "原来的秘密" not in page.text + fragment.text
