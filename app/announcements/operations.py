"""Announcing, and publishing the community rules."""

from datetime import datetime

from sqlalchemy import func, select

from app.accounts.models import Account
from app.announcements import queries, rules
from app.announcements.events import CharterPublished
from app.announcements.models import Announcement, Charter
from app.kernel import audit, cache, ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, locked, operation


class NotAnnounced(Refusal):
    """The line cannot stand above the pages like this."""

    status = 422


class NotPublished(Refusal):
    """These cannot be the community rules."""

    status = 422


@operation
def put_up(
    *, text_zh: str, text_en: str, link: str, starts_at: datetime, ends_at: datetime | None, by: Account, now: datetime
) -> Announcement:
    """Put a line above every page, from `starts_at` until `ends_at` (None: until withdrawn). Raises NotAnnounced."""
    text_zh, text_en, link = text_zh.strip(), text_en.strip(), link.strip()
    if reason := rules.why_not_put_up(
        text_zh=text_zh, text_en=text_en, link=link, starts_at=starts_at, ends_at=ends_at, now=now
    ):
        raise NotAnnounced(reason)
    line = add(
        Announcement(
            id=ids.new_id(now), text_zh=text_zh, text_en=text_en, link=link, starts_at=starts_at, ends_at=ends_at,
            by_id=by.id, created_at=now,
        )
    )  # fmt: skip
    after = {"starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat() if ends_at else None}
    audit.write("announcements.put_up", by=by, now=now, on=("announcement", line.id), after={"text": text_zh, **after})
    cache.forget(queries.SHOWN)
    return line


@operation
def withdraw(announcement: Announcement, *, by: Account, now: datetime) -> None:
    """Take a line away before its end; again changes nothing."""
    line = locked(announcement)
    if line.withdrawn_at is None:
        line.withdrawn_at = now
        audit.write("announcements.withdraw", by=by, now=now, on=("announcement", line.id))
    cache.forget(queries.SHOWN)


@operation
def publish_charter(
    *, text_zh: str, text_en: str, summary_zh: str, summary_en: str, by: Account | None, now: datetime
) -> Charter:
    """Put a new version of the community rules in force; everybody is told. Raises NotPublished.

    The first time, the rules that the site came with are kept as version 1.
    """
    text_zh, text_en = (text.replace("\r\n", "\n").strip() for text in (text_zh, text_en))
    summary_zh, summary_en = summary_zh.strip(), summary_en.strip()
    if reason := rules.why_not_publish(text_zh=text_zh, text_en=text_en, summary_zh=summary_zh, summary_en=summary_en):
        raise NotPublished(reason)
    audit.write("charter.publish", by=by, now=now, on=("charter", _next_version(now)), reason=summary_zh)
    before = queries.charter()
    if (text_zh, text_en) == (before.text_zh, before.text_en):
        raise NotPublished(rules.NOTHING_NEW)
    version = add(
        Charter(
            version=before.version + 1, text_zh=text_zh, text_en=text_en, summary_zh=summary_zh,
            summary_en=summary_en, by_id=by.id if by is not None else None, published_at=now,
        )
    )  # fmt: skip
    announce(CharterPublished(version.version))
    return version


def _next_version(now: datetime) -> int:
    """The number to come; what the site came with is a row from here on."""
    last = db.session.scalar(select(func.max(Charter.version)))
    if last is None:
        first = queries.first_charter()
        first.published_at = now
        last = add(first).version
    return last + 1
