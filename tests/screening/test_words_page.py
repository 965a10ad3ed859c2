"""/admin/words: the word filter as staff works with it."""

import io

import pytest

from app.screening import operations, queries
from app.screening.models import SCOPES
from app.screening.rules.wordlists import Wording, wording_of

FIELDS = {"word": "微信", "action": "replace", "scopes": ["post", "bio"], "replacement": "那个", "note": "引流"}


@pytest.fixture
def staff(client, staff_login, mod, frozen_clock):
    return staff_login(client, mod)


@pytest.fixture
def rule(mod, frozen_clock):
    return operations.add_rule(Wording("傻瓜", "refuse", SCOPES), by=mod, now=frozen_clock())


def listed():
    return [rule.word for rule in queries.all_word_rules()]


def test_a_word_is_added_and_stands_in_the_list(staff):
    answer = staff.post("/admin/words", data=FIELDS, follow_redirects=True)
    assert answer.status_code == 200
    assert "微信" in answer.text
    assert "引流" in answer.text
    assert "→ 那个" in answer.text


def test_a_bad_word_is_refused_and_stays_in_the_form(staff):
    answer = staff.post("/admin/words", data=FIELDS | {"word": "微…"})
    assert answer.status_code == 422
    assert 'value="微…"' in answer.text
    assert 'value="引流"' in answer.text


def test_a_rule_opens_is_saved_and_is_removed(staff, rule):
    assert f'action="/admin/words/{rule.id}"' in staff.get(f"/admin/words?edit={rule.id}").text
    assert staff.post(f"/admin/words/{rule.id}", data=FIELDS).status_code == 303
    assert wording_of(rule).word == "微信"
    wrong = staff.post(f"/admin/words/{rule.id}", data=FIELDS | {"scopes": [], "note": "新的"})
    assert wrong.status_code == 422
    assert 'value="新的"' in wrong.text
    assert staff.post(f"/admin/words/{rule.id}?_method=DELETE").status_code == 303
    assert listed() == []
    assert staff.post(f"/admin/words/{rule.id}", data=FIELDS).status_code == 404


def test_a_list_is_narrowed(staff, rule):
    assert "word-" + str(rule.id) in staff.get("/admin/words?q=傻 瓜&action=refuse&scope=bio&sort=hits").text
    assert "word-" + str(rule.id) not in staff.get("/admin/words?action=mark").text
    assert staff.get("/admin/words?cursor=99999999999999999999&action=x&scope=y").status_code == 200


def test_a_pasted_list_and_a_file_are_taken_in(staff):
    answer = staff.post("/admin/words/imports", data={"text": "微信\n赌场,refuse,all", "scopes": ["post"]})
    assert answer.status_code == 303
    file = (io.BytesIO("\ufeffword,action\n加群,mark".encode()), "words.csv")
    staff.post("/admin/words/imports", data={"file": file, "scopes": ["post"], "text": ""})
    assert listed() == ["微信", "赌场", "加群"]
    assert "加群,mark,post" in staff.get("/admin/words/export").text


def test_wrong_lines_come_back_with_the_reason(staff):
    answer = staff.post("/admin/words/imports", data={"text": "微信\nx\n群聊,burn", "scopes": ["post"]})
    assert answer.status_code == 422
    assert "x\n群聊,burn</textarea>" in answer.text
    assert listed() == ["微信"]
    assert staff.post("/admin/words/imports", data={"text": "\n"}).status_code == 422
    bad = staff.post("/admin/words/imports", data={"file": (io.BytesIO(b"\xff\xfe\x00w"), "w.csv")})
    assert bad.status_code == 422


def test_a_text_is_tried_with_and_without_script(staff, rule):
    fields = {"text": "你个傻.瓜<b>", "scope": "post"}
    fragment = staff.post("/admin/words/trial", data=fields, headers={"X-Fragment": "1"})
    assert '<mark class="hit hit--refuse" title="傻瓜' in fragment.text
    assert "傻.瓜</mark>&lt;b&gt;" in fragment.text
    assert "<html" not in fragment.text
    page = staff.post("/admin/words/trial", data=fields)
    assert "傻.瓜</mark>" in page.text
    assert "<html" in page.text


def test_what_would_be_replaced_is_shown(staff, mod, frozen_clock):
    operations.add_rule(Wording("微信", "replace", ("post",)), by=mod, now=frozen_clock())
    answer = staff.post("/admin/words/trial", data={"text": "加微信", "scope": "post"}, headers={"X-Fragment": "1"})
    assert "加＊＊" in answer.text


@pytest.mark.parametrize("who", ["operator", "commerce", "alice"])
def test_others_are_kept_out(client, staff_login, request, who):
    staff_login(client, request.getfixturevalue(who))
    as_script = {"X-Fragment": "1"}
    assert client.get("/admin/words", headers=as_script).status_code in (403, 404)
    assert client.post("/admin/words", data=FIELDS, headers=as_script).status_code in (403, 404)
    assert listed() == []


def test_strangers_are_kept_out(client):
    assert client.get("/admin/words").status_code == 302
    assert client.post("/admin/words/trial", headers={"X-Fragment": "1"}).status_code == 401
