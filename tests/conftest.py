"""Fixtures for all tests: one app and one schema per run, a transaction that is thrown away per test."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import flask_login.utils
import pytest
from flask import Flask, g, has_request_context, request
from flask.testing import FlaskClient

from app import create_app
from app.kernel import clock, events, jobs, outbox
from app.kernel.database import db
from tests.support import cast as cast_module
from tests.support import makers
from tests.support.clock import TickingClock
from tests.support.database import SavepointSession, fresh_database_url
from tests.support.queries import QueryCounter


def pytest_configure(config: pytest.Config) -> None:
    makers.use_cheap_passwords()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slowest first, so that no process is left alone with them at the end."""
    kinds = ("crash", "browser")
    items.sort(key=lambda item: next((n for n, kind in enumerate(kinds) if item.get_closest_marker(kind)), len(kinds)))


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Flask]:
    """The site on a database of its own; jobs are held until `work_off`."""
    instance = tmp_path_factory.mktemp("instance")
    with fresh_database_url(instance, worker_id) as url:
        os.environ.update(DATABASE_URL=url, INSTANCE_DIR=str(instance), SECRET_KEY="test" * 8)
        os.environ["REDIS_URL"] = os.environ.get("TEST_REDIS_URL", "")
        app = create_app(
            {
                "TESTING": True,
                "JOBS": "held",
                "CACHE_PREFIX": f"test:{worker_id}:",  # tests run side by side on one Redis
                "WTF_CSRF_ENABLED": False,
                "RATELIMIT_ENABLED": False,
                "SIGN_UP_EFFORT": False,
                "PASSWORD_COST": (1, 8, 1),
                "SOCKET_MODE": "threading",
                "SOCKET_QUEUE": "",  # the test client of Socket.IO knows no queue; the two-process test uses it
                "SERVER_NAME": None,
            }
        )
        with app.app_context():
            db.create_all()
        yield app
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


@pytest.fixture(autouse=True)
def transaction(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test that uses the app sees the same empty database; what it writes is thrown away."""
    if "app" not in request.fixturenames or request.node.get_closest_marker("real_commits"):
        yield
        return
    app: Flask = request.getfixturevalue("app")
    with app.app_context():
        app.extensions["cache"].clear()
        connection = db.engine.connect()
        outer = connection.begin()
        db.session.remove()
        SavepointSession.bind_all_to(connection)
        yield
        db.session.remove()
        SavepointSession.bind_all_to(None)
        outer.rollback()
        connection.close()


@pytest.fixture(autouse=True)
def one_viewer_per_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests hold one app context open, in which flask-login would remember the first viewer for all requests."""
    load = flask_login.utils._get_user

    def load_for_this_request() -> Any:
        if has_request_context() and g.get("viewer_of") is not request.environ:
            g.pop("_login_user", None)
            g.viewer_of = request.environ
        return load()

    monkeypatch.setattr(flask_login.utils, "_get_user", load_for_this_request)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def login() -> Any:
    """`login(client, account)`: as if the account had logged in."""

    def log_in(client: FlaskClient, account: Any) -> FlaskClient:
        with client.session_transaction() as session:
            session["_user_id"] = account.get_id()
            session["_fresh"] = True
        return client

    return log_in


@pytest.fixture
def staff_login(login: Any) -> Any:
    """`staff_login(client, account)`: logged in, with a second factor that was shown just now."""

    def log_in(client: FlaskClient, account: Any) -> FlaskClient:
        makers.make_second_factor(of=account)
        login(client, account)
        with client.session_transaction() as session:
            session["second_factor_at"] = clock.now().timestamp()
        return client

    return log_in


@pytest.fixture
def frozen_clock() -> Iterator[TickingClock]:
    """A clock that stands still but for one millisecond at each reading; `.forward(hours=1)` moves it."""
    ticking = TickingClock()
    clock.set_source(ticking)
    yield ticking
    clock.set_source(None)


@pytest.fixture
def announced() -> Iterator[list[Any]]:
    """Everything that is announced during the test."""
    heard: list[Any] = []
    stop = events.hear_all(heard.append)
    yield heard
    stop()


@pytest.fixture
def work_off(app: Flask) -> Any:
    """Run the later listeners by hand until nothing is due; a listener that fails fails the test."""

    def run() -> int:
        done = 0
        while due := outbox.due(clock.now(), limit=500):
            for row_id in due:
                if not jobs.deliver(row_id):
                    raise AssertionError(f"a listener failed: {db.session.get(outbox.OutboxRow, row_id).error}")
                done += 1
        return done

    return run


@pytest.fixture
def budget(app: Flask) -> Any:
    """`with budget(12): …` fails when more SQL statements are needed."""
    return lambda most: QueryCounter(db.engine, most)


@pytest.fixture
def unscored(app: Flask) -> None:
    """The spam score holds nothing: for tests in which one account says much in a moment."""
    makers.make_setting("risk.review_at", 1_000_000)
    makers.make_setting("risk.limit_at", 1_000_000)


@pytest.fixture
def shared_data() -> Path:
    """The folder of real data beside the checkout; skips the test where it is absent."""
    folder = Path(os.environ.get("SHARED_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("the shared data folder is absent")
    return folder


for _name in cast_module.NAMES:
    globals()[_name] = cast_module.fixture_for(_name)
for _maker in makers.ALL:
    globals()[_maker.__name__] = makers.fixture_for(_maker)
