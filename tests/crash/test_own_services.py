"""Where no server answers, the tests start PostgreSQL and Redis of their own and stop them again."""

import psycopg
import pytest
import redis

from scripts import services
from tests.support.missing import unless_missing

pytestmark = pytest.mark.crash  # starts servers: once per run is enough


def test_a_postgresql_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.setattr(services, "LOCAL_POSTGRES", "127.0.0.1:1")
    with unless_missing(), services.postgres() as url:
        assert ":1/" not in url
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT 1 + 1").fetchone() == (2,)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)


def test_a_redis_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEST_REDIS_URL", raising=False)
    with unless_missing(), services.redis() as url, redis.Redis.from_url(url) as client:
        assert client.set("sprout", "green")
    with redis.Redis.from_url(url) as client, pytest.raises(redis.ConnectionError):
        client.ping()
