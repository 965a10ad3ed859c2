"""A running site on a free port, with an instance folder of its own: for pictures and measurements."""

import os
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.places import PYTHON, ROOT
from scripts.services import free_port
from scripts.terminal import step, stop

PATIENCE = 60.0
OTHERS = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "APP_ENV", "HOST")


def environment(instance: Path, port: int) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in OTHERS}
    return {**kept, "INSTANCE_DIR": str(instance), "PORT": str(port), "TRUST_LOOPBACK": "1", "LOG_LEVEL": "WARNING"}


@contextmanager
def with_demo_world(instance: Path) -> Iterator[str]:
    """Migrate, create the demo world if it is not there yet, serve; the address."""
    instance.mkdir(parents=True, exist_ok=True)
    env = environment(instance, free_port())
    flask(["db", "upgrade"], env)
    if not (instance / "demo_logins.txt").exists():
        with step("Demo world"):
            flask(["demo"], env)
    with serving(env) as address:
        yield address


def flask(words: list[str], env: dict[str, str]) -> None:
    line = [str(PYTHON), "-m", "flask", "--app", "app", *words]
    done = subprocess.run(line, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        stop(f"flask {' '.join(words)} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def serving(env: dict[str, str]) -> Iterator[str]:
    address = f"http://127.0.0.1:{env['PORT']}"
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen([str(PYTHON), "wsgi.py"], cwd=ROOT, env=env, stdout=log, stderr=log)
        try:
            until = time.monotonic() + PATIENCE
            while not answers(address):
                if process.poll() is not None or time.monotonic() > until:
                    log.seek(0)
                    stop(f"The site did not start:\n{log.read()[-2000:]}")
                time.sleep(0.1)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
