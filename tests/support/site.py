"""The real site as a process of its own, for tests that kill it, restart it or look at it in a browser."""

import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

import requests

ROOT = Path(__file__).resolve().parents[2]
_TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')
PASSWORD = "correct horse 42"


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Site:
    """`python wsgi.py` on a port and instance folder of its own; loopback is trusted."""

    def __init__(self, instance: Path, *, port: int | None = None, **env: str) -> None:
        self.instance, self.port = instance, port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "REDIS_URL")}
        self.env |= {
            "INSTANCE_DIR": str(instance),
            "PORT": str(self.port),
            "TRUST_LOOPBACK": "1",
            "LOG_LEVEL": "WARNING",
            "SECRET_KEY": "a secret for tests alone, long enough",
            **env,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Site":
        self.command("db", "upgrade")
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run `flask …` on the same instance."""
        line = [sys.executable, "-m", "flask", "--app", "app", *words]
        return subprocess.run(line, cwd=ROOT, env=self.env, check=True, capture_output=True, text=True)

    def inside(self, act: str, *words: str) -> Any:
        """Run an act of tests.support.seeding in the site's own database; what it answers."""
        line = [sys.executable, "-m", "tests.support.seeding", act, *words]
        done = subprocess.run(line, cwd=ROOT, env=self.env, check=True, capture_output=True, text=True)
        return json.loads(done.stdout.splitlines()[-1])

    def start(self) -> None:
        """Start and wait until it answers."""
        log = (self.instance / "site.log").open("ab")
        self.process = subprocess.Popen([sys.executable, "wsgi.py"], cwd=ROOT, env=self.env, stdout=log, stderr=log)
        log.close()
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                if requests.get(f"{self.url}/healthz", timeout=2).ok:
                    return
            except requests.RequestException:
                if self.process.poll() is not None:
                    break
            time.sleep(0.05)
        self.kill()
        raise AssertionError(f"the site did not start:\n{(self.instance / 'site.log').read_text()[-4000:]}")

    def kill(self) -> None:
        """SIGKILL: no goodbye, nothing flushed."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Stop as a service manager would."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.kill()

    def wait_until_quiet(self, seconds: float = 60) -> None:
        """Wait until everything announced has been delivered."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if requests.get(f"{self.url}/healthz", timeout=5).json()["waiting_deliveries"] == 0:
                return
            time.sleep(0.1)
        raise AssertionError("deliveries are still waiting")


class Person:
    """Someone who signs up on a site and acts on it over HTTP."""

    def __init__(self, site: Site, handle: str, nickname: str) -> None:
        self.site, self.handle, self.nickname = site, handle, nickname
        self.session = requests.Session()
        self.session.headers["Accept-Language"] = "zh-CN"
        self._token = ""

    def sign_up(self) -> "Person":
        """Open an account, with the sum that the site asks of a browser."""
        effort = self.get("/register/effort").json()
        proof = {"effort": effort["token"], "answer": solved(effort)}
        answer = self.post("/register", handle=self.handle, nickname=self.nickname, password=PASSWORD,
                           email=f"{self.handle}@example.com", **proof)  # fmt: skip
        assert answer.status_code in (302, 303), answer.text[:2000]
        self._token = ""  # logging in begins a new session
        self.id = re.search(r'data-account-id="(\d+)"', self.get("/").text)[1]  # type: ignore[index]
        return self

    def get(self, path: str, **values: Any) -> requests.Response:
        """Look at a page."""
        return self.session.get(self.site.url + path, timeout=20, **values)

    def post(self, path: str, *, fragment: bool = False, method: str = "POST", **fields: Any) -> requests.Response:
        """Do something: a plain form, or as our own script does."""
        headers = {"X-CSRFToken": self.token(), "Referer": self.site.url + "/"}
        if fragment:
            headers["X-Fragment"] = "1"
        address = self.site.url + path
        return self.session.request(method, address, data=fields, headers=headers, allow_redirects=False, timeout=20)

    def token(self) -> str:
        """The CSRF token of this session."""
        if not self._token:
            found = _TOKEN.search(self.get("/public").text)
            assert found, "the page carries no CSRF token"
            self._token = found[1]
        return self._token

    def publish(self, text: str, **fields: Any) -> str:
        """Publish a post; the id of the new post."""
        answer = self.post("/posts", fragment=True, text=text, client_key=_key(), **fields)
        assert answer.status_code == 201, f"{answer.status_code}: {answer.text[:2000]}"
        return re.search(r'data-post-id="(\d+)"', answer.text)[1]  # type: ignore[index]


def solved(effort: dict[str, Any]) -> int:
    """The number that a browser would find."""
    numbers = range(effort["size"])
    return next(one for one in numbers if sha256(f"{effort['salt']}:{one}".encode()).hexdigest() == effort["digest"])


def _key() -> str:
    raw = secrets.token_hex(16)
    return f"{raw[:8]}-{raw[8:12]}-{raw[12:16]}-{raw[16:20]}-{raw[20:]}"
