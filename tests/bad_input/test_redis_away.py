"""Redis goes away while the site runs: pages are shown and posts are taken, and the site says that it is failing."""

import shutil
import subprocess
import time

import pytest
import redis

from tests.support.missing import leave_out
from tests.support.site import Person, Site, free_port

pytestmark = pytest.mark.crash


@pytest.fixture
def own_redis(tmp_path):
    """A server that may be stopped."""
    port = free_port()
    line = ["redis-server", "--port", str(port), "--save", "", "--dir", str(tmp_path)]
    if not shutil.which("redis-server"):
        leave_out("redis-server is not installed")
    server = subprocess.Popen(line, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            with redis.Redis(port=port) as probe:
                probe.ping()
            break
        except redis.RedisError:
            continue
    yield server, f"redis://127.0.0.1:{port}/0"
    server.kill()
    server.wait()


def test_pages_and_posts_go_on(tmp_path, own_redis):
    server, url = own_redis
    with Site(tmp_path, REDIS_URL=url) as site:
        person = Person(site, "patient", "有耐心").sign_up()
        assert person.get("/").status_code == 200
        server.terminate()
        server.wait()
        for path in ("/", "/public", "/search?q=x", "/login", "/notifications"):
            assert person.get(path).status_code == 200
        post_id = person.publish("没有缓存也要发")
        assert "没有缓存也要发" in person.get(f"/posts/{post_id}").text
        health = site.url + "/healthz"
        assert person.session.get(health, timeout=5).status_code == 503
