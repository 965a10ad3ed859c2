"""When something breaks on our side: a clean page in the reader's language, without asking the database again."""

import pytest
from sqlalchemy.exc import OperationalError

from app.kernel.database import db

PATHS = ["/public", "/", "/login", "/search?q=x", "/settings/preferences", "/no/such/page", "/notifications"]


@pytest.fixture
def database_away(app, monkeypatch):
    """Nothing can be asked any more, as if the server had gone."""

    def refuse(*_args, **_kwargs):
        raise OperationalError("SELECT 1", {}, Exception("server closed the connection unexpectedly"))

    def go():
        for name in ("execute", "scalar", "scalars", "get", "refresh", "flush", "commit"):
            monkeypatch.setattr(db.session.registry().__class__, name, refuse)

    yield go
    monkeypatch.undo()


@pytest.mark.parametrize("path", PATHS)
def test_a_database_that_goes_away_leaves_a_clean_page(as_alice, database_away, path):
    database_away()
    for headers, is_page in (({}, True), ({"X-Fragment": "1"}, False), ({"Accept": "application/json"}, False)):
        answer = as_alice.get(path, headers=headers)
        assert answer.status_code == (404 if path == "/no/such/page" and not is_page else 500)
        assert "Traceback" not in answer.text
        assert "server closed" not in answer.text
        if is_page:
            assert 'class="page-error' in answer.text
            assert 'lang="zh-CN"' in answer.text
            assert "Content-Security-Policy" in answer.headers
        else:
            assert answer.json["error"]["message"]


def test_what_was_typed_is_on_that_page(as_alice, database_away):
    database_away()
    answer = as_alice.post("/posts", data={"text": "刚刚写好的"})
    assert answer.status_code == 500
    assert "刚刚写好的</textarea>" in answer.text


def test_it_speaks_the_language_of_the_browser(app, database_away):
    client = app.test_client()
    database_away()
    answer = client.get("/public", headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert answer.status_code == 500
    assert "Something broke on our side" in answer.text


def test_health_says_so(client, database_away):
    database_away()
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json["parts"]["database"] is False


def test_a_mistake_of_ours_is_not_shown(app, as_alice, monkeypatch):
    def stumble():
        raise RuntimeError("a secret of the house")

    monkeypatch.setitem(app.view_functions, "timelines.public", stumble)
    answer = as_alice.get("/public")
    assert answer.status_code == 500
    assert "secret of the house" not in answer.text
    assert "我们这边出了点问题" in answer.text or 'class="page-error' in answer.text
