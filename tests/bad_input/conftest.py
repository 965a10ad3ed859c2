"""What the tests of bad input share: real CSRF protection, and a look at everything that is stored."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.kernel.database import db


@pytest.fixture
def unchanged(app: Flask) -> Callable[[], AbstractContextManager[None]]:
    """`with unchanged(): …` fails when a row of any table or a file more or less is there afterwards."""

    @contextmanager
    def watch() -> Iterator[None]:
        before = _stored(app)
        yield
        assert _stored(app) == before, "something was stored"

    return watch


@pytest.fixture
def real_csrf(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on the real site: what changes something needs a token."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)


@pytest.fixture
def as_alice(client: FlaskClient, login: Any, alice: Any) -> FlaskClient:
    """Alice's browser, Chinese as she likes it."""
    return login(client, alice)


@pytest.fixture
def as_stranger(app: Flask, login: Any, stranger: Any) -> FlaskClient:
    """The browser of someone who reads English."""
    return login(app.test_client(), stranger)


def _stored(app: Flask) -> dict[str, int]:
    counts = {
        table.name: db.session.execute(select(func.count()).select_from(table)).scalar_one()
        for table in db.metadata.sorted_tables
    }
    files = app.config["UPLOAD_DIR"].rglob("*") if app.config["UPLOAD_DIR"].exists() else ()
    return counts | {"files": sum(1 for file in files if file.is_file())}
