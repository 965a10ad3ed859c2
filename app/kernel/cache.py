"""A cache shared by all processes where Redis is configured, else one in this process.

What is only kept to be quick must not break a page: while Redis is away, nothing is in it (`/healthz` tells).
"""

import contextlib
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import uuid4

import redis
from cachelib import BaseCache, RedisCache, SimpleCache
from flask import Flask, current_app

from app.kernel import transactions

T = TypeVar("T")

_A_DAY = 24 * 3600


def init_app(app: Flask) -> None:
    """Make the app's cache."""
    app.extensions["cache"] = _cache(app.config["REDIS_URL"], app.config["CACHE_PREFIX"])
    transactions.on_act(_renew)


def get(key: str) -> Any:
    """The value, or None."""
    with contextlib.suppress(redis.RedisError):
        return _here().get(key)
    return None


def get_many(keys: list[str]) -> list[Any]:
    """The values in the order of the keys, None where there is none."""
    with contextlib.suppress(redis.RedisError):
        return list(_here().get_many(*keys)) if keys else []
    return [None] * len(keys)


def put(key: str, value: Any, *, seconds: int) -> None:
    """Keep a value for a while."""
    with contextlib.suppress(redis.RedisError):
        _here().set(key, value, timeout=seconds)


def add(key: str, *, seconds: int) -> bool:
    """Claim a key: True for the first caller within `seconds`, False for the others (True for all without Redis)."""
    with contextlib.suppress(redis.RedisError):
        return bool(_here().add(key, 1, timeout=seconds))
    return True


def tally(key: str, *, seconds: int) -> None:
    """Count one more under the key, kept for a while; for figures, where one lost now and then does no harm."""
    with contextlib.suppress(redis.RedisError):
        if not _here().add(key, 1, timeout=seconds):
            _here().set(key, (_here().get(key) or 0) + 1, timeout=seconds)


def forget(key: str) -> None:
    """Drop a value."""
    with contextlib.suppress(redis.RedisError):
        _here().delete(key)


def forget_beginning(prefix: str) -> None:
    """Drop all values whose keys begin so; goes through all keys."""
    here = _here()
    if isinstance(here, SimpleCache):
        for key in [key for key in list(here._cache) if key.startswith(prefix)]:
            here.delete(key)
    elif isinstance(here, RedisCache):
        with contextlib.suppress(redis.RedisError):
            for key in here._read_client.scan_iter(match=f"{here._get_prefix()}{prefix}*"):
                here._write_client.delete(key)


def own(account_id: int, name: str, make: Callable[[], T], *, seconds: int = 60) -> T:
    """What stands on every page of one account: made anew when she has done anything, else kept for a while.

    So she sees at once what she has changed herself; what others change may come a minute later.
    """
    key = f"own:{account_id}:{get(f'acted:{account_id}') or ''}:{name}"
    kept: tuple[T] | None = get(key)
    if kept is None:
        kept = (make(),)
        put(key, kept, seconds=seconds)
    return kept[0]


def _renew(account_id: int) -> None:
    put(f"acted:{account_id}", uuid4().hex, seconds=_A_DAY)


def _here() -> BaseCache:
    cache: BaseCache = current_app.extensions["cache"]
    return cache


def _cache(redis_url: str, prefix: str) -> BaseCache:
    if not redis_url:
        return SimpleCache(threshold=5000, default_timeout=300)
    return RedisCache(host=redis.Redis.from_url(redis_url), key_prefix=prefix, default_timeout=300)
