"""What every answer carries: a strict policy with a nonce of its own, and cookies that scripts cannot read."""

import re

import pytest

PAGES = ["/public", "/login", "/register", "/search?q=x", "/no/such/page", "/healthz", "/settings/preferences"]


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_of_every_answer(client, path):
    answer = client.get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe-" not in policy
    for part in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
                 "frame-ancestors 'none'", "style-src 'self'"):  # fmt: skip
        assert part in policy
    assert "*" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Referrer-Policy" in answer.headers


def test_a_page_talks_to_its_own_site_alone(client):
    policy = client.get("/public", base_url="http://zhongcao.example:8000").headers["Content-Security-Policy"]
    sources = re.search(r"connect-src ([^;]+)", policy)[1].split()
    assert sources == ["'self'", "ws://zhongcao.example:8000", "wss://zhongcao.example:8000"]


@pytest.mark.parametrize("host", ["evil.example; script-src *", "a b", "a,b", "'unsafe-inline'"])
def test_an_odd_host_does_not_write_the_policy(client, host):
    policy = client.get("/login", headers={"Host": host}).headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.count("script-src") == 1


@pytest.mark.real_commits  # the other tests share one context, and with it the nonce
def test_every_answer_has_a_nonce_of_its_own_and_every_script_carries_it(client):
    seen = set()
    for _ in range(3):
        answer = client.get("/public")
        nonce = re.search(r"'nonce-([^']+)'", answer.headers["Content-Security-Policy"])[1]
        scripts = re.findall(r"<script\b[^>]*>", answer.text)
        assert scripts
        assert all(f'nonce="{nonce}"' in script for script in scripts)
        assert not re.search(r"<[^>]+\s(?:on\w+|style)=", answer.text)
        seen.add(nonce)
    assert len(seen) == 3


def test_cookies_are_out_of_reach_of_scripts(client, alice):
    answer = client.post("/login", data={"identifier": "alice", "password": "correct horse", "remember": "y"})
    cookies = answer.headers.getlist("Set-Cookie")
    assert any(cookie.startswith("remember_token=") for cookie in cookies)
    cookies += client.post("/settings/preferences", data={"theme": "dark"}).headers.getlist("Set-Cookie")
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie


def test_in_production_they_travel_over_https_alone(app, client, alice, monkeypatch):
    for name in ("SESSION_COOKIE_SECURE", "REMEMBER_COOKIE_SECURE"):
        monkeypatch.setitem(app.config, name, True)
    answer = client.post(
        "/login",
        data={"identifier": "alice", "password": "correct horse", "remember": "y"},
        base_url="https://localhost",
    )
    assert all("Secure" in cookie for cookie in answer.headers.getlist("Set-Cookie"))
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")


def test_production_means_secure(monkeypatch, tmp_path):
    from app.kernel import config

    loaded = config.load({"APP_ENV": "production", "SECRET_KEY": "x" * 32, "INSTANCE_DIR": str(tmp_path)})
    assert loaded["SESSION_COOKIE_SECURE"]
    assert loaded["REMEMBER_COOKIE_SECURE"]
    assert not loaded["TRUST_LOOPBACK"]
