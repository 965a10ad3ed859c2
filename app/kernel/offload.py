"""Work that keeps a core busy (pictures, large pages) runs in a real thread, so that the others are still served."""

from collections.abc import Callable
from typing import Any, TypeVar

import gevent
from gevent import monkey

R = TypeVar("R")


def run(work: Callable[..., R], *args: Any) -> R:
    """`work(*args)` off the event loop where there is one; the work must touch neither database nor request."""
    if not monkey.is_module_patched("threading"):
        return work(*args)
    return gevent.get_hub().threadpool.apply(work, args)
