"""Logging in with a second factor, and showing it again."""

import pyotp
import pytest
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from app.accounts import operations, queries
from app.kernel import clock, security
from tests.support import makers

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PROOF = "/login/proof"


@pytest.fixture
def guarded(alice, frozen_clock):
    """Alice, whose account takes a second factor."""
    operations.give_app(alice, secret=SECRET, now=frozen_clock())
    return alice


def code() -> str:
    return pyotp.TOTP(SECRET).at(clock.now())


def with_password(client, **more):
    return client.post("/login", data={"identifier": "alice", "password": makers.PASSWORD, **more})


def is_in(client) -> bool:
    return client.get("/settings/profile").status_code == 200


def outcomes(account):
    return [row.outcome for row in queries.log_ins_of(account, 9)]


def test_the_password_alone_opens_nothing(client, guarded):
    answer = with_password(client, next="/settings/profile")
    assert (answer.status_code, answer.location) == (303, "/login/proof?next=/settings/profile")
    assert not is_in(client)
    with client.session_transaction() as session:
        assert "_user_id" not in session


def test_with_the_code_it_opens_and_goes_on(client, guarded):
    with_password(client, next="/settings/profile")
    page = client.get("/login/proof?next=/settings/profile").get_data(as_text=True)
    assert 'autocomplete="one-time-code"' in page
    answer = client.post(PROOF, data={"code": code(), "next": "/settings/profile"})
    assert (answer.status_code, answer.location) == (303, "/settings/profile")
    assert is_in(client)
    with client.session_transaction() as session:
        assert "half_way" not in session
        assert "second_factor_at" in session
    assert outcomes(guarded) == ["second_factor", "password"]


def test_a_wrong_code_is_said_at_the_field_and_noted(client, guarded):
    with_password(client)
    answer = client.post(PROOF, data={"code": "000000"})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.get_data(as_text=True)
    assert not is_in(client)
    assert outcomes(guarded) == ["second_wrong", "password"]


def test_a_recovery_code_opens_too(client, guarded, frozen_clock):
    codes = operations.renew_recovery_codes(by=guarded, password=makers.PASSWORD, now=frozen_clock())
    with_password(client)
    assert client.post(PROOF, data={"code": codes[3]}).status_code == 303
    assert is_in(client)


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example/", "/\\e"])
def test_it_stays_on_the_site(client, guarded, target):
    assert with_password(client, next=target).location == "/login/proof?next=/"
    assert client.post(PROOF, data={"code": code(), "next": target}).location == "/"


def test_without_the_password_first_there_is_nothing_to_prove(client, guarded):
    assert client.get(PROOF).location == "/login?next=/"
    assert client.post(PROOF, data={"code": code(), "next": "/x"}).location == "/login?next=/x"
    assert not is_in(client)


def test_half_way_lasts_a_quarter_of_an_hour(client, guarded, frozen_clock):
    with_password(client)
    frozen_clock.forward(minutes=16)
    assert client.post(PROOF, data={"code": code()}).location == "/login?next=/"
    assert not is_in(client)


def test_a_changed_password_ends_what_was_half_way(client, guarded, frozen_clock):
    with_password(client)
    operations.change_password(by=guarded, current=makers.PASSWORD, new="another horse", now=frozen_clock())
    assert client.post(PROOF, data={"code": code()}).location == "/login?next=/"


def test_who_wants_to_stay_logged_in_does(client, guarded):
    with_password(client, remember="1")
    assert client.get_cookie("remember_token") is None
    client.post(PROOF, data={"code": code()})
    assert client.get_cookie("remember_token") is not None


def test_staff_are_asked_again_after_half_a_day_and_go_on(client, mod, frozen_clock):
    operations.give_app(mod, secret=SECRET, now=frozen_clock())
    client.post("/login", data={"identifier": "mod", "password": makers.PASSWORD, "next": "/admin"})
    assert client.post(PROOF, data={"code": code(), "next": "/admin"}).location == "/admin"
    assert client.get("/admin").status_code == 200
    frozen_clock.forward(hours=13)
    asked = client.get("/admin")
    assert asked.location == "/login/proof?next=/admin"
    assert client.get(asked.location).status_code == 200
    assert client.post(PROOF, data={"code": code(), "next": "/admin"}).location == "/admin"
    assert client.get("/admin").status_code == 200


def test_staff_without_a_second_factor_are_led_to_set_one_up(client, login, mod):
    login(client, mod)
    led_to = client.get("/admin").location
    assert led_to == "/settings/security?next=/admin"
    assert "access-note--warm" in client.get(led_to).get_data(as_text=True)


def test_who_has_none_need_prove_nothing(client, login, alice):
    assert login(client, alice).get(PROOF).location == "/settings/security"


def test_a_changed_password_keeps_the_proof_of_this_session_and_its_moment(client, guarded, frozen_clock):
    with_password(client)
    client.post(PROOF, data={"code": code()})
    with client.session_transaction() as session:
        proven_at = session["second_factor_at"]
    frozen_clock.forward(hours=1)
    fields = {"current_password": makers.PASSWORD, "new_password": "another horse"}
    assert client.post("/settings/security", data=fields).status_code == 303
    with client.session_transaction() as session:
        assert session["second_factor_at"] == proven_at
    assert is_in(client)


def test_guesses_end(client, guarded, app, monkeypatch, frozen_clock):
    monkeypatch.setattr(security.limiter, "enabled", True)
    monkeypatch.setattr(security.limiter, "_limiter", MovingWindowRateLimiter(MemoryStorage()))
    with_password(client)
    assert [client.post(PROOF, data={"code": f"{number:06}"}).status_code for number in range(10)] == [422] * 10
    assert client.post(PROOF, data={"code": code()}).status_code == 429
    assert not is_in(client)


@pytest.mark.parametrize("credential", ["{}", "nonsense", '{"id": "x"}', "[]", '{"rawId": 5}', "[" * 5000])
def test_a_passkey_that_is_none_is_refused(client, guarded, credential):
    with_password(client)
    answer = client.post(PROOF, data={"credential": credential, "challenge": "forged"})
    assert answer.status_code == 422
    assert not is_in(client)
