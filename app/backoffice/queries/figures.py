"""How the site is doing: what comes in, who is about, what the machine has left."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from flask import current_app
from sqlalchemy import BigInteger, func, literal_column, select, text, union

from app.accounts.models import Account, LogIn
from app.engagement.models import Comment, PostLike
from app.kernel import backlog, cache, failures, formats, ids, realtime
from app.kernel.database import db
from app.posts.models import Post

_KEPT_FOR = 8  # seconds: the page asks anew every ten
_SLOW_KEPT_FOR = 60


@dataclass(frozen=True)
class Figures:
    """The figures of the dashboard; `per_minute` are the posts of the last 60 minutes, the oldest minute first."""

    sign_ups_today: int
    sign_ups_week: int
    active_today: int
    per_minute: list[int]
    sockets: int
    lag_seconds: float
    failed_jobs: int
    errors: int
    disks: list["Disk"]
    database_bytes: int


@dataclass(frozen=True)
class Disk:
    """A place that the site writes to, and what is left there; places on one disk are one."""

    names: tuple[str, ...]
    free: int
    total: int


def figures(now: datetime) -> Figures:
    """All figures, as of a few seconds ago; those that cost more than a look, as of a minute ago."""
    kept: Figures | None = cache.get("backoffice:figures")
    if kept is None:
        kept = _figures_now(now)
        cache.put("backoffice:figures", kept, seconds=_KEPT_FOR)
    return kept


def start_of_day(now: datetime) -> datetime:
    """Midnight where the site lives."""
    return now.astimezone(formats.ZONE).replace(hour=0, minute=0, second=0, microsecond=0)


def sign_ups_since(moment: datetime) -> int:
    """How many accounts were opened since then."""
    return db.session.scalar(select(func.count()).select_from(Account).where(Account.created_at >= moment)) or 0


def active_since(moment: datetime) -> int:
    """How many accounts have posted, commented, liked or logged in since then."""
    floor = ids.floor_id(moment)
    seen = union(
        select(Post.author_id).where(Post.id >= floor),
        select(Comment.author_id).where(Comment.id >= floor),
        select(PostLike.account_id).where(PostLike.id >= floor),
        select(LogIn.account_id).where(LogIn.id >= floor, LogIn.outcome.in_(("signed_up", "password"))),
    ).subquery()
    return db.session.scalar(select(func.count()).select_from(seen)) or 0


def posts_per_minute(now: datetime, minutes: int = 60) -> list[int]:
    """How many posts and reposts came in each of the last minutes, the oldest first."""
    # A literal: PostgreSQL takes two bound values for two expressions, and would not group by the one selected.
    minute = Post.id // literal_column(str((1 << ids.TIME_SHIFT) * 60_000), BigInteger)
    last = (ids.floor_id(now) >> ids.TIME_SHIFT) // 60_000
    query = select(minute, func.count()).where(Post.id >= ids.floor_id(now - timedelta(minutes=minutes + 1)))
    counts = {int(at): count for at, count in db.session.execute(query.group_by(minute))}
    return [counts.get(at, 0) for at in range(last - minutes + 1, last + 1)]


def _figures_now(now: datetime) -> Figures:
    slow: tuple[int, int, int, int] | None = cache.get("backoffice:slow_figures")
    if slow is None:
        today, week = start_of_day(now), now - timedelta(days=7)
        slow = (sign_ups_since(today), sign_ups_since(week), active_since(today), _database_bytes())
        cache.put("backoffice:slow_figures", slow, seconds=_SLOW_KEPT_FOR)
    return Figures(
        sign_ups_today=slow[0],
        sign_ups_week=slow[1],
        active_today=slow[2],
        per_minute=posts_per_minute(now),
        sockets=realtime.open_sockets(),
        lag_seconds=backlog.lag(now),
        failed_jobs=backlog.failed_count(),
        errors=failures.errors_lately(now),
        disks=_disks(),
        database_bytes=slow[3],
    )


def _disks() -> list[Disk]:
    places = {"instance": "INSTANCE_DIR", "uploads": "UPLOAD_DIR", "private": "PRIVATE_DIR"}
    by_device: dict[int, list[str]] = {}
    paths: dict[int, Path] = {}
    for name, key in places.items():
        path = _nearest(Path(current_app.config[key]))
        device = path.stat().st_dev
        by_device.setdefault(device, []).append(name)
        paths.setdefault(device, path)
    return [
        Disk(tuple(names), free=usage.free, total=usage.total)
        for device, names in by_device.items()
        if (usage := shutil.disk_usage(paths[device]))
    ]


def _nearest(path: Path) -> Path:
    """The path, or what will hold it once it is made."""
    return next(place for place in (path, *path.parents) if place.exists())


def _database_bytes() -> int:
    if db.engine.dialect.name == "postgresql":
        return db.session.scalar(text("SELECT pg_database_size(current_database())")) or 0
    file = Path(db.engine.url.database or "")
    return sum(part.stat().st_size for part in (file, Path(f"{file}-wal")) if part.is_file())
