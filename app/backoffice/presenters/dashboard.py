"""The dashboard: what waits for who looks, and the figures of the site."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _

from app.accounts.models import Account
from app.backoffice import queries
from app.backoffice.presenters import navigation
from app.backoffice.queries import Waiting

_WIDTH, _HEIGHT = 240, 48
_LITTLE_LEFT = 0.1  # of a disk
_LATE = 60  # seconds of job lag


@dataclass(frozen=True)
class QueueView:
    """A queue that the role may open; `tone`: calm, soon or late."""

    label: Any
    path: str
    icon: str
    waiting: Waiting
    tone: str


@dataclass(frozen=True)
class Sparkline:
    """A line of counts as points of an SVG path, `area` closed below it."""

    line: str
    area: str
    highest: int
    total: int
    lately: float


@dataclass(frozen=True)
class FigureView:
    """One number as the page shows it."""

    label: str
    value: str
    note: str = ""
    tone: str = ""
    icon: str = ""
    href: str = ""


@dataclass(frozen=True)
class DashboardView:
    """Everything on the page."""

    queues: list[QueueView]
    people: list[FigureView]
    machine: list[FigureView]
    posts: Sparkline
    at: datetime


def dashboard_view(account: Account, *, now: datetime) -> DashboardView:
    """What waits for this account, and how the site is doing."""
    figures = queries.figures(now)
    return DashboardView(
        queues=_queues(account, now),
        people=_people(figures),
        machine=_machine(figures, may_retry="/admin/jobs" in {page.path for page in navigation.pages_for(account)}),
        posts=_sparkline(figures.per_minute),
        at=now,
    )


def _queues(account: Account, now: datetime) -> list[QueueView]:
    waiting = queries.waiting_by_path(now)
    return [
        QueueView(page.label, page.path, page.icon, waiting[page.path], navigation.tone_of(waiting[page.path], now))
        for page in navigation.pages_for(account)
        if page.path in waiting
    ]


def _people(figures: queries.Figures) -> list[FigureView]:
    week = _("%(count)s in 7 days", count=figures.sign_ups_week)
    active = _("posted, commented, liked, logged in")
    return [
        FigureView(_("Signed up today"), str(figures.sign_ups_today), week, icon="user-plus"),
        FigureView(_("Active today"), str(figures.active_today), active, icon="users"),
        FigureView(_("Open pages"), str(figures.sockets), _("connected by socket now"), icon="plug"),
    ]


def _machine(figures: queries.Figures, *, may_retry: bool) -> list[FigureView]:
    jobs = "/admin/jobs" if may_retry else ""
    is_late = figures.lag_seconds >= _LATE
    return [
        FigureView(
            _("Job lag"), lasting(figures.lag_seconds), _("oldest delivery that is due"), "warm" if is_late else "",
            "hourglass", jobs,
        ),
        FigureView(
            _("Failed jobs"), str(figures.failed_jobs), _("waiting for another try or given up"),
            "warm" if figures.failed_jobs else "", "list-checks", jobs,
        ),
        FigureView(
            _("Errors"), str(figures.errors), _("crashed requests in 24 hours"), "warm" if figures.errors else "",
            "triangle-alert",
        ),
        *(_disk(disk) for disk in figures.disks),
        FigureView(_("Database"), size(figures.database_bytes), "", "", "database"),
    ]  # fmt: skip


def _disk(disk: queries.Disk) -> FigureView:
    words = {"instance": _("data"), "uploads": _("uploads"), "private": _("private files")}
    names = " · ".join(words[name] for name in disk.names)
    tone = "warm" if disk.free < disk.total * _LITTLE_LEFT else ""
    note = _("of %(total)s: %(names)s", total=size(disk.total), names=names)
    return FigureView(_("Free disk"), size(disk.free), note, tone, "hard-drive")


def lasting(seconds: float) -> str:
    """A span as people say it: 0 s, 45 s, 12 min, 3 h, 2 d."""
    if seconds >= 86_400:
        return _("%(count)s d", count=int(seconds // 86_400))
    if seconds >= 3600:
        return _("%(count)s h", count=int(seconds // 3600))
    if seconds >= 60:
        return _("%(count)s min", count=int(seconds // 60))
    return _("%(count)s s", count=int(seconds))


def size(count: int) -> str:
    """An amount of bytes: 512 KB, 84 MB, 1.3 TB."""
    amount = float(count)
    for unit in ("B", "KB", "MB", "GB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if amount >= 10 or unit == "B" else f"{amount:.1f} {unit}"
        amount /= 1024
    return f"{amount:.1f} TB"


def _sparkline(counts: list[int]) -> Sparkline:
    highest = max(counts, default=0)
    step = _WIDTH / max(len(counts) - 1, 1)
    points = [
        (round(index * step, 1), round(_HEIGHT - 2 - (_HEIGHT - 6) * count / max(highest, 1), 1))
        for index, count in enumerate(counts)
    ]
    line = " ".join(f"{'L' if index else 'M'}{x} {y}" for index, (x, y) in enumerate(points))
    area = f"{line} L{_WIDTH} {_HEIGHT} L0 {_HEIGHT} Z"
    return Sparkline(line, area, highest, sum(counts), sum(counts[-10:]) / 10)
