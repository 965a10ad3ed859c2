"""What a test needs and does not find: left out on somebody's machine, a failure where CI builds."""

import contextlib
import os
from collections.abc import Iterator
from typing import NoReturn

import pytest

from scripts import services

IS_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def leave_out(why: str) -> NoReturn:
    """Skip the test with this sentence; with CI=true let it fail."""
    (pytest.fail if IS_CI else pytest.skip)(why)


@contextlib.contextmanager
def unless_missing() -> Iterator[None]:
    """Inside, a service that is not there and cannot be started leaves the test out."""
    try:
        yield
    except services.Missing as missing:
        leave_out(str(missing))
