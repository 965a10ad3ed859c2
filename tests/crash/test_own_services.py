"""Where no server answers, the tests start PostgreSQL and Redis of their own and stop them again."""

import os

import psycopg
import pytest
import redis

from scripts import services

pytestmark = pytest.mark.crash  # starts servers: once per run is enough


def missing(what: services.Missing) -> None:
    if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
        raise what
    pytest.skip(str(what))


def test_a_postgresql_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.setattr(services, "LOCAL_POSTGRES", "127.0.0.1:1")
    try:
        with services.postgres() as url:
            assert ":1/" not in url
            with psycopg.connect(url) as connection:
                assert connection.execute("SELECT 1 + 1").fetchone() == (2,)
    except services.Missing as error:
        missing(error)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)


def test_a_redis_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEST_REDIS_URL", raising=False)
    try:
        with services.redis() as url, redis.Redis.from_url(url) as client:
            assert client.set("sprout", "green")
    except services.Missing as error:
        missing(error)
    with redis.Redis.from_url(url) as client, pytest.raises(redis.ConnectionError):
        client.ping()
