"""The migrations make the very schema that the models describe, on both engines, and can be taken back."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import services
from tests.support.missing import unless_missing
from tests.support.site import Site

pytestmark = pytest.mark.crash  # each command is a process of its own: once per run is enough


@contextlib.contextmanager
def engine(name: str) -> Iterator[dict[str, str]]:
    if name == "sqlite":
        yield {}
        return
    with contextlib.ExitStack() as stack:
        with unless_missing():
            url = stack.enter_context(services.postgres())
        yield {"DATABASE_URL": url}


@pytest.mark.parametrize("name", ["sqlite", "postgresql"])
def test_up_down_and_up_again(tmp_path: Path, name: str) -> None:
    with engine(name) as env:
        site = Site(tmp_path, **env)
        site.command("db", "upgrade")
        site.command("db", "check")  # fails where models and migrations differ
        site.command("db", "downgrade", "base")
        site.command("db", "upgrade")
