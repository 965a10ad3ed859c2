"""What is announced, and the community rules of now and before."""

from datetime import datetime
from functools import cache as once
from pathlib import Path
from typing import NamedTuple

from flask import abort
from sqlalchemy import or_, select

from app.announcements.models import Announcement, Charter
from app.kernel import cache
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first

SHOWN = "announcements:shown"
_KEPT = 60  # seconds: how late a line may appear or go that nobody has just put up or taken away
_TEXTS = Path(__file__).parent / "texts"


class Shown(NamedTuple):
    """A line that is shown, as values: it is kept longer than a row would live."""

    id: int
    text_zh: str
    text_en: str
    link: str


def shown_announcement(now: datetime) -> Shown | None:
    """The newest line that stands above the pages now; asked of the database once a minute."""
    kept: tuple[Shown | None] | None = cache.get(SHOWN)
    if kept is None:
        columns = (Announcement.id, Announcement.text_zh, Announcement.text_en, Announcement.link)
        query = select(*columns).where(
            Announcement.withdrawn_at.is_(None),
            Announcement.starts_at <= now,
            or_(Announcement.ends_at.is_(None), Announcement.ends_at > now),
        )
        newest = query.order_by(Announcement.starts_at.desc(), Announcement.id.desc()).limit(1)
        row = db.session.execute(newest).one_or_none()
        kept = (Shown(*row) if row is not None else None,)
        cache.put(SHOWN, kept, seconds=_KEPT)
    return kept[0]


def announcements(*, before: int | None) -> Page[Announcement]:
    """All lines there were, the newest first."""
    return newest_first(select(Announcement), Announcement.id, before=before)


def announcement_or_404(announcement_id: int) -> Announcement:
    """The line with this id, or the answer 404."""
    return db.session.get(Announcement, announcement_id) or abort(404)


def charters() -> list[Charter]:
    """All versions of the community rules, the newest first; at least the one that the site comes with."""
    return list(db.session.scalars(select(Charter).order_by(Charter.version.desc()))) or [first_charter()]


def charter() -> Charter:
    """The community rules in force."""
    return db.session.scalar(select(Charter).order_by(Charter.version.desc()).limit(1)) or first_charter()


def charter_or_404(version: int) -> Charter:
    """A version of the rules, or the answer 404."""
    found = db.session.get(Charter, version) if 0 < version < 2**31 else None
    if found is None and version == 1:
        return charter() if charter().version == 1 else abort(404)
    return found or abort(404)


def first_charter() -> Charter:
    """The rules that the site comes with, as long as nobody has published any; not a row."""
    return Charter(
        version=1, text_zh=_text("charter_zh.txt"), text_en=_text("charter_en.txt"), summary_zh="", summary_en=""
    )


@once
def _text(name: str) -> str:
    return (_TEXTS / name).read_text(encoding="utf-8").strip()
