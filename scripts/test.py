"""The whole suite, first on SQLite, then on PostgreSQL + Redis: the second half of `make test`.

Words after `--` go to pytest. Where a service or the browser is missing and cannot be started, that part is left out
and said so; with CI=true it fails the run instead. TEST_WORKERS sets how many processes share the tests.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack

from scripts import browser, ffmpeg, services
from scripts.places import PYTHON, ROOT
from scripts.terminal import say

OWN_ENGINE = "not browser and not crash"
IS_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def pytest(words: Sequence[str], env: Mapping[str, str]) -> bool:
    """One run of pytest; its closing line stays in the output. A run that finds no test has not passed."""
    workers = os.environ.get("TEST_WORKERS") or str(min(4, os.cpu_count() or 1))
    share = [] if workers in {"0", "1"} else ["-n", workers, "--dist", "worksteal"]
    line = [str(PYTHON), "-m", "pytest", "-q", *share, *words, *sys.argv[1:]]
    return subprocess.run(line, cwd=ROOT, env={**os.environ, **env}, check=False).returncode == 0


def on_sqlite(chromium: str | None) -> bool:
    say("\n== Tests on SQLite")
    if chromium is None:
        say(browser.MISSING)
        if IS_CI:
            return False
    away = {"TEST_DATABASE_URL": "", "TEST_REDIS_URL": "", "DATABASE_URL": "", "REDIS_URL": ""}
    if chromium is None:
        return pytest(["-m", "not browser"], away)
    return pytest([], {**away, "CHROMIUM": chromium})


def on_postgres() -> bool:
    say("\n== Tests on PostgreSQL + Redis")
    try:
        with ExitStack() as stack:
            database = stack.enter_context(services.postgres())
            redis = stack.enter_context(services.redis())
            env = {"TEST_DATABASE_URL": database, "TEST_REDIS_URL": redis, "DATABASE_URL": "", "REDIS_URL": ""}
            return pytest(["-m", OWN_ENGINE], env)
    except services.Missing as missing:
        say(f"{'✗' if IS_CI else 'left out:'} {missing}")
        return not IS_CI


def has_ffmpeg() -> bool:
    there = ffmpeg.provide()
    if not there:
        say(ffmpeg.MISSING)
    return there or not IS_CI


if __name__ == "__main__":
    results = [has_ffmpeg(), on_sqlite(browser.provide()), on_postgres()]
    sys.exit(0 if all(results) else 1)
