"""The pages of accounts."""

import io

import flask_babel
import pytest

from app.accounts import operations, queries
from app.kernel.database import db

SIGN_UP = {"handle": "xiaoming", "nickname": "小明", "email": "xm@example.com", "password": "correct horse"}


def _log_in(client, identifier="alice", password="correct horse", **more):
    return client.post("/login", data={"identifier": identifier, "password": password, **more})


def _is_in(client):
    return client.get("/settings/profile").status_code == 200


def _preferences_page(client):
    flask_babel.refresh()  # tests hold one app context open, in which the first language would be remembered
    return client.get("/settings/preferences").get_data(as_text=True)


def test_sign_up_logs_in(client):
    answer = client.post("/register", data=SIGN_UP)
    assert (answer.status_code, answer.location) == (303, "/")
    assert _is_in(client)
    assert queries.who_is("小明").handle == "xiaoming"


def test_sign_up_shows_every_error_at_its_field_and_keeps_what_was_typed(client, alice):
    answer = client.post("/register", data=SIGN_UP | {"handle": "Al", "nickname": "爱丽丝", "password": "secret7"})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert page.count('aria-invalid="true"') == 3
    assert 'value="Al"' in page
    assert 'value="xm@example.com"' in page
    assert "secret7" not in page
    assert not _is_in(client)


def test_an_empty_form_is_no_crash(client):
    assert client.post("/register", data={}).status_code == 422
    assert client.post("/login", data={}).status_code == 422


@pytest.mark.parametrize("identifier", ["alice", "@alice", "爱丽丝", "Alice@example.com"])
def test_log_in(client, alice, identifier):
    assert _log_in(client, identifier).location == "/"
    assert _is_in(client)


def test_a_wrong_password_and_an_unknown_name_sound_the_same(client, alice):
    wrong, unknown = _log_in(client, password="wrong horse"), _log_in(client, "nobody")
    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert "wrong horse" not in wrong.get_data(as_text=True)
    assert 'value="alice"' in wrong.get_data(as_text=True)
    assert not _is_in(client)


@pytest.mark.parametrize(
    ("target", "led_to"),
    [
        ("/settings/profile", "/settings/profile"),
        ("//evil.example", "/"),
        ("https://evil.example/", "/"),
        ("/\\e", "/"),
    ],
)
def test_next_stays_on_the_site(client, alice, target, led_to):
    assert _log_in(client, next=target).location == led_to
    assert client.get("/login", query_string={"next": target}).location == led_to


def test_a_page_for_members_leads_through_log_in(client):
    assert client.get("/settings/profile").location == "/login?next=/settings/profile"
    page = client.get("/login?next=/settings/profile").get_data(as_text=True)
    assert 'name="next" value="/settings/profile"' in page


def test_log_in_begins_a_fresh_session(client, alice):
    with client.session_transaction() as session:
        session["planted"] = "by a stranger"
    _log_in(client)
    with client.session_transaction() as session:
        assert "planted" not in session


def test_log_out(client, alice):
    _log_in(client, remember="1")
    assert client.post("/logout").status_code == 303
    assert not _is_in(client)
    assert client.get_cookie("remember_token") is None
    assert client.get("/logout").status_code == 405


def test_remembered_after_the_browser_was_closed(client, alice):
    _log_in(client, remember="1")
    client.delete_cookie("session")
    assert _is_in(client)


def test_not_remembered_unless_asked(client, alice):
    _log_in(client)
    client.delete_cookie("session")
    assert not _is_in(client)


@pytest.mark.parametrize("remember", ["1", ""])
def test_a_new_password_ends_all_other_sessions(app, client, alice, remember):
    other = app.test_client()
    for each in (client, other):
        _log_in(each, remember=remember)
    answer = client.post(
        "/settings/security", data={"current_password": "correct horse", "new_password": "battery staple"}
    )
    assert answer.status_code == 303
    assert _is_in(client)
    assert not _is_in(other)
    client.delete_cookie("session")
    assert _is_in(client) is bool(remember)
    assert _log_in(other).status_code == 422
    assert _log_in(other, password="battery staple").status_code == 303


def test_a_new_password_is_refused_at_its_field(client, alice, login):
    login(client, alice)
    wrong = client.post("/settings/security", data={"current_password": "wrong horse", "new_password": "new horse!"})
    assert wrong.status_code == 422
    assert "new horse!" not in wrong.get_data(as_text=True)
    assert client.get("/settings/security").status_code == 200


def test_profile(client, alice, login):
    login(client, alice)
    page = client.get("/settings/profile").get_data(as_text=True)
    assert 'value="爱丽丝"' in page
    answer = client.post("/settings/profile", data={"nickname": "爱丽丝儿", "bio": "<b>喝茶</b>"})
    assert answer.status_code == 303
    assert "&lt;b&gt;喝茶" in client.get("/settings/profile").get_data(as_text=True)
    db.session.refresh(alice)
    assert alice.nickname == "爱丽丝儿"


def test_a_profile_is_refused_with_the_words_kept(client, alice, bob, login):
    login(client, alice)
    answer = client.post("/settings/profile", data={"nickname": "鲍勃大V", "bio": "我的话"})
    assert answer.status_code == 422
    assert "我的话" in answer.get_data(as_text=True)


def test_what_is_no_picture_is_no_avatar(client, alice, login):
    login(client, alice)
    values = {"nickname": "爱丽丝", "bio": "", "avatar": (io.BytesIO(b"<svg xmlns='x'/>"), "face.png")}
    assert client.post("/settings/profile", data=values).status_code == 422
    db.session.refresh(alice)
    assert alice.avatar_key == ""


def test_an_avatar_is_kept(client, alice, login):
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(file, "PNG")
    login(client, alice)
    values = {"nickname": "爱丽丝", "bio": "", "avatar": (io.BytesIO(file.getvalue()), "face.png")}
    assert client.post("/settings/profile", data=values).status_code == 303
    db.session.refresh(alice)
    with client.get(f"/media/{alice.avatar_key}-thumb.webp") as picture:
        assert picture.mimetype == "image/webp"


def test_preferences_of_someone_logged_out_live_in_cookies(client):
    answer = client.post("/settings/preferences", data={"language": "en", "theme": "dark"})
    assert answer.status_code == 303
    page = _preferences_page(client)
    assert '<html lang="en"' in page
    assert 'data-theme="dark"' in page
    client.post("/settings/preferences", data={"language": ""})
    assert '<html lang="zh-CN"' in _preferences_page(client)
    assert client.get_cookie("theme").value == "dark"


def test_preferences_of_an_account_go_with_it(app, client, alice, login):
    login(client, alice)
    client.post("/settings/preferences", data={"language": "en"})
    elsewhere = login(app.test_client(), alice)
    assert '<html lang="en"' in _preferences_page(elsewhere)
    db.session.refresh(alice)
    assert (alice.language, alice.theme) == ("en", "auto")


def test_the_theme_switch_gets_an_empty_answer(client):
    answer = client.post("/settings/preferences", data={"theme": "light"}, headers={"X-Fragment": "1"})
    assert answer.status_code == 204
    assert client.get_cookie("theme").value == "light"
    assert client.post("/settings/preferences", data={"theme": "loud"}).status_code == 422


def test_an_unknown_cookie_changes_nothing(client):
    client.set_cookie("theme", '"><script>')
    client.set_cookie("language", "xx")
    page = _preferences_page(client)
    assert 'data-theme="auto"' in page
    assert '<html lang="zh-CN"' in page


def test_a_drawn_avatar(client, alice, make_account):
    answer = client.get(f"/avatars/{alice.id}.svg")
    assert answer.mimetype == "image/svg+xml"
    assert ">爱</text>" in answer.get_data(as_text=True)
    assert answer.cache_control.public
    assert client.get(f"/avatars/{alice.id}.svg", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert ">&lt;</text>" in client.get(f"/avatars/{make_account(nickname='<x').id}.svg").get_data(as_text=True)
    assert client.get("/avatars/17.svg").status_code == 404


def test_csrf_is_asked_for(app, client, alice, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    assert _log_in(client).status_code == 400
    assert operations.log_in(alice, password="correct horse") is alice
