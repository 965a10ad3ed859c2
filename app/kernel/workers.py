"""A number for this process among all processes of the site, for ids that never clash."""

import fcntl
import os
from pathlib import Path
from urllib.parse import urlsplit

import redis

from app.kernel import ids
from app.kernel.errors import ConfigurationError


def claim(instance: Path, redis_url: str) -> int:
    """Take a worker number: from Redis where there is one, else the first free lock file of the instance folder."""
    number = _from_redis(redis_url) if redis_url else _from_files(instance / "workers")
    ids.set_worker(number)
    return number


def _from_redis(url: str) -> int:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=5, socket_timeout=5) as connection:
            return int(connection.incr("zhongcao:worker")) % ids.MAX_WORKERS
    except redis.RedisError as error:
        parts = urlsplit(url)
        shown = f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}{parts.path}"
        raise ConfigurationError(
            f"Redis does not answer at {shown}: {error}. Is it running, and is REDIS_URL right?"
        ) from error


def _from_files(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(ids.MAX_WORKERS):
        # The descriptor stays open, and the lock held, as long as the process lives.
        lock = os.open(folder / f"{number}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            continue
        return number
    raise ConfigurationError(f"All {ids.MAX_WORKERS} worker numbers are taken: are there stale processes?")
