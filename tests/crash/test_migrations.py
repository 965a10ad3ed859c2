"""The migrations make the very schema that the models describe, on both engines, and can be taken back."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import services
from tests.support.site import Site

pytestmark = pytest.mark.crash  # each command is a process of its own: once per run is enough


@contextlib.contextmanager
def engine(name: str) -> Iterator[dict[str, str]]:
    if name == "sqlite":
        yield {}
        return
    try:
        with services.postgres() as url:
            yield {"DATABASE_URL": url}
    except services.Missing as missing:
        if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
            raise
        pytest.skip(str(missing))


@pytest.mark.parametrize("name", ["sqlite", "postgresql"])
def test_up_down_and_up_again(tmp_path: Path, name: str) -> None:
    with engine(name) as env:
        site = Site(tmp_path, **env)
        site.command("db", "upgrade")
        site.command("db", "check")  # fails where models and migrations differ
        site.command("db", "downgrade", "base")
        site.command("db", "upgrade")
