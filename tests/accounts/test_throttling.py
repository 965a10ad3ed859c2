"""Guesses and sign-ups are counted."""

import pytest
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from app.kernel import security


@pytest.fixture(autouse=True)
def limits_on(app, monkeypatch):
    monkeypatch.setattr(security.limiter, "enabled", True)
    monkeypatch.setattr(security.limiter, "_limiter", MovingWindowRateLimiter(MemoryStorage()))


def _guess(client, identifier="alice", password="wrong horse", address="10.0.0.1"):
    data = {"identifier": identifier, "password": password}
    return client.post("/login", data=data, environ_base={"REMOTE_ADDR": address})


def test_guesses_at_one_account_end_wherever_they_come_from_and_whatever_it_is_called(client, alice):
    names = ["alice", "爱丽丝", "alice@example.com"]
    for number in range(10):
        assert _guess(client, names[number % 3], address=f"10.0.0.{number}").status_code == 422
    refused = _guess(client, password="correct horse", address="10.0.0.99")
    assert refused.status_code == 429
    assert "15" in refused.get_data(as_text=True)
    assert 'value="alice"' in refused.get_data(as_text=True)
    assert _guess(client, "someone else").status_code == 422


def test_unknown_names_are_throttled_like_known_ones(client):
    statuses = [_guess(client, "Nobody").status_code for _ in range(11)]
    assert statuses == [422] * 10 + [429]


def test_guesses_from_one_address_end_whomever_they_are_at(client):
    statuses = [_guess(client, f"name{number}").status_code for number in range(31)]
    assert statuses == [422] * 30 + [429]
    assert _guess(client, "name31", address="10.0.0.2").status_code == 422


def test_the_right_password_begins_a_new_count(client, alice):
    for _ in range(2):
        for _ in range(9):
            assert _guess(client).status_code == 422
        assert _guess(client, password="correct horse").status_code == 303
        client.post("/logout")


def test_sign_ups_of_one_address(app):
    for number in range(11):
        answer = app.test_client().post(
            "/register",
            data={
                "handle": f"person_{number}",
                "nickname": f"第{number}人",
                "email": f"p{number}@example.com",
                "password": "correct horse",
            },
        )
        assert answer.status_code == (429 if number == 10 else 303)


def test_a_trusted_loopback_is_not_counted(app, client, alice, monkeypatch):
    monkeypatch.setitem(app.config, "TRUST_LOOPBACK", True)
    assert {_guess(client, address="127.0.0.1").status_code for _ in range(12)} == {422}
