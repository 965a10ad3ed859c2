"""The sum that a browser does before it may sign up."""

import pytest

from app.accounts import operations, queries
from app.kernel import settings
from tests.support.site import solved

FIELDS = {"handle": "xiaoming", "nickname": "小明", "email": "xm@example.com", "password": "correct horse"}


@pytest.fixture(autouse=True)
def effort_on(app, admin, monkeypatch, frozen_clock):
    monkeypatch.setitem(app.config, "SIGN_UP_EFFORT", True)
    settings.change("sign_up.difficulty", 50, by=admin, reason="", now=frozen_clock())


def done(client) -> dict[str, str | int]:
    effort = client.get("/register/effort").get_json()
    return {"effort": effort["token"], "answer": solved(effort)}


def test_with_it_one_signs_up(client):
    assert client.post("/register", data=FIELDS | done(client)).status_code == 303
    assert queries.who_is("xiaoming") is not None


def test_without_it_one_does_not(client):
    answer = client.post("/register", data=FIELDS)
    assert answer.status_code == 422
    assert "浏览器还没准备好" in answer.get_data(as_text=True)
    assert queries.who_is("xiaoming") is None


@pytest.mark.parametrize("answer", ["", "-1", "51", "nonsense", "0x1"])
def test_a_wrong_number_is_refused(client, answer):
    assert client.post("/register", data=FIELDS | done(client) | {"answer": answer}).status_code == 422


def test_a_forged_one_is_refused(client):
    effort = done(client)
    assert client.post("/register", data=FIELDS | effort | {"effort": f"{effort['effort']}x"}).status_code == 422


def test_it_is_good_once(client, app):
    effort = done(client)
    assert client.post("/register", data=FIELDS | effort).status_code == 303
    other = FIELDS | {"handle": "xiaohong", "nickname": "小红", "email": "xh@example.com"}
    assert app.test_client().post("/register", data=other | effort).status_code == 422


def test_it_is_good_for_ten_minutes(client, frozen_clock):
    effort = done(client)
    frozen_clock.forward(minutes=11)
    assert client.post("/register", data=FIELDS | effort).status_code == 422


def test_difficulty_nought_asks_for_none(client, admin, frozen_clock):
    settings.change("sign_up.difficulty", 0, by=admin, reason="", now=frozen_clock())
    assert client.get("/register/effort").get_json() == {"size": 0}
    assert client.post("/register", data=FIELDS).status_code == 303


def test_it_is_kept_in_no_cache_and_another_each_time(client):
    first, second = (client.get("/register/effort") for _ in range(2))
    assert first.headers["Cache-Control"] == "no-store"
    assert first.get_json()["salt"] != second.get_json()["salt"]


def test_the_number_lies_below_the_difficulty(app, frozen_clock):
    efforts = [operations.new_effort(frozen_clock()) for _ in range(20)]
    assert all(0 <= solved(vars_of(effort)) < 50 for effort in efforts)


def vars_of(effort) -> dict[str, str | int]:
    return {"salt": effort.salt, "digest": effort.digest, "size": effort.size}


def test_without_scripts_the_page_says_so(client):
    page = client.get("/register").get_data(as_text=True)
    assert "<noscript>" in page
    assert "JavaScript" in page
