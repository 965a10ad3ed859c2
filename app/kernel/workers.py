"""A number for this process among all processes of the site, for ids that never clash."""

import fcntl
import os
from pathlib import Path

import redis

from app.kernel import ids


def claim(instance: Path, redis_url: str) -> int:
    """Take a worker number: from Redis where there is one, else the first free lock file of the instance folder."""
    number = _from_redis(redis_url) if redis_url else _from_files(instance / "workers")
    ids.set_worker(number)
    return number


def _from_redis(url: str) -> int:
    connection = redis.Redis.from_url(url)
    try:
        return int(connection.incr("zhongcao:worker")) % ids.MAX_WORKERS
    finally:
        connection.close()


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
    raise RuntimeError("no free worker number: are there stale processes?")
