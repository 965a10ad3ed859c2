"""Requests without the right token or session: refused in the form that was asked for, and no typed word is lost."""

import re

import pytest

WORDS = "写了很久的一段话"
TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')
FORMS = {"page": {}, "fragment": {"X-Fragment": "1"}, "json": {"Accept": "application/json", "X-Fragment": "1"}}


def token(client):
    return TOKEN.search(client.get("/public").text)[1]


@pytest.fixture
def places(bob, make_post):
    post = make_post(by=bob)
    return ["/posts", f"/posts/{post.id}/reposts", f"/posts/{post.id}/comments"]


@pytest.mark.usefixtures("real_csrf")
class TestToken:
    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize("wrong", [None, "", "forged", "theirs"])
    def test_a_missing_or_wrong_one_is_refused(self, app, as_alice, places, unchanged, form, wrong):
        if wrong == "theirs":
            wrong = token(app.test_client())
        for path in places:
            with unchanged():
                fields = {"text": WORDS} | ({} if wrong is None else {"csrf_token": wrong})
                answer = as_alice.post(path, data=fields, headers=FORMS[form])
            assert answer.status_code == 400
            if form == "page":
                assert f"{WORDS}</textarea>" in answer.text
                assert "页面" in answer.text
            else:
                assert answer.json["error"]["code"] == "csrf"
                assert "过期" in answer.json["error"]["message"]

    def test_the_other_verbs_need_it_too(self, as_alice, alice, bob, make_post, unchanged):
        mine, theirs = make_post(by=alice), make_post(by=bob)
        with unchanged():
            assert as_alice.delete(f"/posts/{mine.id}").status_code == 400
            assert as_alice.post(f"/posts/{mine.id}?_method=DELETE").status_code == 400
            assert as_alice.post(f"/posts/{theirs.id}/like").status_code == 400
            assert as_alice.post(f"/accounts/{bob.id}/follow").status_code == 400
            assert as_alice.post("/links", data={"url": "https://shop.example/1"}).status_code == 400
            assert as_alice.post("/media/images").status_code == 400
            assert as_alice.post("/settings/preferences", data={"language": "en"}).status_code == 400
            assert as_alice.post("/logout").status_code == 400

    def test_with_the_pages_token_it_goes_through(self, as_alice, places):
        right = token(as_alice)
        for path in places:
            answer = as_alice.post(path, data={"text": WORDS}, headers={"X-Fragment": "1", "X-CSRFToken": right})
            assert answer.status_code == 201

    def test_english_readers_are_told_in_english(self, as_stranger):
        answer = as_stranger.post("/posts", data={"text": WORDS})
        assert f"{WORDS}</textarea>" in answer.text
        assert "What you wrote" in answer.text


class TestEndedSession:
    @pytest.fixture
    def logged_out(self, app, login, alice):
        """A page stays open in one browser while the password is changed in another."""
        open_page, elsewhere = login(app.test_client(), alice), login(app.test_client(), alice)
        fields = {"current_password": "correct horse", "new_password": "battery staple 7"}
        assert elsewhere.post("/settings/security", data=fields).status_code == 303
        return open_page

    @pytest.mark.parametrize("form", ["fragment", "json"])
    def test_our_script_is_told_so(self, logged_out, places, unchanged, form):
        for path in places:
            with unchanged():
                answer = logged_out.post(path, data={"text": WORDS}, headers=FORMS[form])
            assert (answer.status_code, answer.json["error"]["code"]) == (401, "logged_out")
            assert "登录" in answer.json["error"]["message"]

    def test_a_plain_form_gets_its_words_back_with_the_way_to_log_in(self, logged_out, places, unchanged):
        for path in places:
            with unchanged():
                answer = logged_out.post(path, data={"text": WORDS}, headers={"Referer": "http://localhost/compose"})
            assert answer.status_code == 401
            assert f"{WORDS}</textarea>" in answer.text
            assert 'href="/login?next=/compose"' in answer.text

    def test_logged_in_again_the_same_words_are_published_once(self, app, logged_out, alice):
        fields = {"text": WORDS, "client_key": "7d0f3a52-0000-4000-8000-000000000001"}
        assert logged_out.post("/posts", data=fields, headers=FORMS["fragment"]).status_code == 401
        logged_out.post("/login", data={"identifier": "alice", "password": "battery staple 7"})
        for _ in range(2):
            assert logged_out.post("/posts", data=fields, headers=FORMS["fragment"]).status_code == 201
        assert alice.post_count == 1
