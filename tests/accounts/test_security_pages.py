"""The pages on which second factors are set up, and the button that ends all other sessions."""

import re

import flask_babel
import pyotp
import pytest

from app.accounts import operations, queries
from app.kernel import clock
from tests.support import makers

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = {"current_password": makers.PASSWORD}


@pytest.fixture
def as_alice(client, login, alice):
    return login(client, alice)


def text_of(answer) -> str:
    return answer.get_data(as_text=True)


def secret_on(page: str) -> str:
    return re.search(r'new-app__secret"[^>]*>([A-Z2-7 ]+)<', page)[1].replace(" ", "")


def test_an_app_is_set_up_step_by_step(as_alice, alice):
    assert as_alice.get("/settings/security/apps/new").status_code == 200
    begun = as_alice.post("/settings/security/apps", data=PASSWORD)
    assert begun.status_code == 303
    shown = as_alice.get(begun.location)
    assert 'src="data:image/svg+xml' in text_of(shown)
    assert shown.headers["Cache-Control"] == "no-store"
    assert as_alice.post(begun.location, data={"code": "000000"}).status_code == 422
    code = pyotp.TOTP(secret_on(text_of(shown))).at(clock.now())
    done = as_alice.post(begun.location, data={"code": code, "name": "旧手机"})
    assert done.status_code == 200
    assert len(re.findall(r"<code>[a-z2-9]{5}-[a-z2-9]{5}</code>", text_of(done))) == 10
    assert done.headers["Cache-Control"] == "no-store"
    page = text_of(as_alice.get("/settings/security"))
    assert "旧手机" in page
    assert "还剩 10 个" in page
    with as_alice.session_transaction() as session:
        assert "second_factor_at" in session  # whoever has just set one up has shown it
    assert as_alice.get(begun.location).status_code == 404  # its secret is shown no more


def test_a_wrong_password_begins_nothing(as_alice, alice):
    for address in ("/settings/security/apps", "/settings/security/passkeys"):
        answer = as_alice.post(address, data={"current_password": "wrong horse", "credential": "{}"})
        assert answer.status_code == 422
        assert 'aria-invalid="true"' in text_of(answer)
    assert not queries.has_second_factor(alice)


def test_a_passkey_that_nobody_signed_is_refused(as_alice, alice):
    page = text_of(as_alice.get("/settings/security/passkeys/new"))
    token = re.search(r'name="challenge" value="([^"]+)"', page)[1]
    for credential in ("", "{}", "nonsense"):
        fields = PASSWORD | {"challenge": token, "credential": credential}
        assert as_alice.post("/settings/security/passkeys", data=fields).status_code == 422
    assert not queries.has_second_factor(alice)


def test_anothers_factors_are_nowhere(as_alice, bob, frozen_clock):
    factor = operations.give_app(bob, secret=SECRET, now=frozen_clock())
    new = operations.start_app(by=bob, password=makers.PASSWORD, now=frozen_clock())
    assert as_alice.get(f"/settings/security/factors/{factor.id}").status_code == 404
    assert as_alice.post(f"/settings/security/factors/{factor.id}", data={"name": "x"}).status_code == 404
    assert as_alice.delete(f"/settings/security/factors/{factor.id}", data=PASSWORD).status_code == 404
    assert as_alice.get(f"/settings/security/apps/{new.id}").status_code == 404
    assert as_alice.post(f"/settings/security/apps/{new.id}", data={"code": "1"}).status_code == 404


def test_a_factor_is_named_and_removed(as_alice, alice, frozen_clock):
    factor = operations.give_app(alice, secret=SECRET, now=frozen_clock())
    address = f"/settings/security/factors/{factor.id}"
    assert as_alice.get(address).status_code == 200
    assert as_alice.post(address, data={"name": "x" * 41}).status_code == 422
    assert as_alice.post(address, data={"name": "新手机"}).status_code == 303
    assert factor.name == "新手机"
    assert as_alice.delete(address, data={"current_password": "wrong horse"}).status_code == 422
    assert as_alice.delete(address, data=PASSWORD).location == "/settings/security"
    assert not queries.has_second_factor(alice)


def test_staff_read_why_their_last_one_stays(client, staff_login, mod):
    staff_login(client, mod)
    (factor,) = queries.factors_of(mod)
    address = f"/settings/security/factors/{factor.id}"
    assert "current_password" not in text_of(client.get(address))
    answer = client.delete(address, data=PASSWORD)
    assert (answer.status_code, "工作人员必须有第二重验证" in text_of(answer)) == (422, True)
    assert queries.has_second_factor(mod)


def test_recovery_codes_are_renewed_with_the_password(as_alice, alice, frozen_clock):
    address = "/settings/security/recovery-codes"
    assert as_alice.post(address, data=PASSWORD).location == "/settings/security"  # nothing to recover yet
    operations.give_app(alice, secret=SECRET, now=frozen_clock())
    assert as_alice.get(f"{address}/new").status_code == 200
    assert as_alice.post(address, data={"current_password": "wrong horse"}).status_code == 422
    assert text_of(as_alice.post(address, data=PASSWORD)).count("<code>") == 10


def test_logging_out_everywhere_else_keeps_this_session(app, client, alice):
    elsewhere = app.test_client()
    for one in (client, elsewhere):
        one.post("/login", data={"identifier": "alice", "password": makers.PASSWORD})
    assert client.delete("/settings/security/sessions").status_code == 303
    assert "其他设备都已退出登录" in text_of(client.get("/settings/security"))
    assert elsewhere.get("/settings/security").status_code == 302


def test_the_page_shows_the_last_log_ins(client, alice):
    client.post("/login", data={"identifier": "alice", "password": "wrong horse"})
    client.post("/login", data={"identifier": "alice", "password": makers.PASSWORD})
    page = text_of(client.get("/settings/security"))
    assert page.index("登录成功") < page.index("密码错误")
    assert "127.0.0.1" in page


def test_it_speaks_english_too(client, login, stranger):
    login(client, stranger)
    flask_babel.refresh()
    assert "Whoever finds out your password" in text_of(client.get("/settings/security"))


def test_welcome_is_said_after_signing_up(client):
    fields = {"handle": "xiaoming", "nickname": "小明", "email": "xm@example.com", "password": "correct horse"}
    page = text_of(client.post("/register", data=fields, follow_redirects=True))
    assert "欢迎" in page
