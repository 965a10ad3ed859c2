"""What may be announced, and what a version of the community rules must have."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from app.announcements.models import Announcement
from app.kernel.errors import Reason

ZH_MAX, EN_MAX, LINK_MAX = 200, 300, 300
TEXT_MAX, SUMMARY_MAX = 30_000, 300

NO_TEXT = Reason("no_text", _l("Write the line in Chinese; English may be left out."))
TOO_LONG = Reason("too_long", _l("A line has at most 200 characters in Chinese and 300 in English."))
BAD_LINK = Reason("bad_link", _l("A link leads to a page of this site, like /rules."))
ENDS_FIRST = Reason("ends_first", _l("It ends before it begins."))
OVER_ALREADY = Reason("over_already", _l("Its end is in the past."))
NO_CHARTER = Reason("no_charter", _l("Write the rules in Chinese; English may be left out."))
CHARTER_TOO_LONG = Reason("charter_too_long", _l("The rules have at most 30,000 characters."))
NO_SUMMARY = Reason("no_summary", _l("Say in a sentence what has changed: everybody is told so."))
SUMMARY_TOO_LONG = Reason("summary_too_long", _l("What has changed is said in at most 300 characters."))
NOTHING_NEW = Reason("nothing_new", _l("The rules say this already."))


def is_shown(announcement: Announcement, now: datetime) -> bool:
    """Whether the line stands above the pages at this moment."""
    is_over = announcement.ends_at is not None and announcement.ends_at <= now
    return announcement.withdrawn_at is None and announcement.starts_at <= now and not is_over


def why_not_put_up(
    *, text_zh: str, text_en: str, link: str, starts_at: datetime, ends_at: datetime | None, now: datetime
) -> Reason | None:
    """What is wrong with a line that is to be announced."""
    if not text_zh:
        return NO_TEXT
    if len(text_zh) > ZH_MAX or len(text_en) > EN_MAX:
        return TOO_LONG
    if link and (not link.startswith("/") or link[1:2] in ("/", "\\") or len(link) > LINK_MAX):
        return BAD_LINK
    if ends_at is not None and ends_at <= starts_at:
        return ENDS_FIRST
    return OVER_ALREADY if ends_at is not None and ends_at <= now else None


def why_not_publish(*, text_zh: str, text_en: str, summary_zh: str, summary_en: str) -> Reason | None:
    """What is wrong with a version of the rules."""
    if not text_zh:
        return NO_CHARTER
    if len(text_zh) > TEXT_MAX or len(text_en) > TEXT_MAX:
        return CHARTER_TOO_LONG
    if not summary_zh:
        return NO_SUMMARY
    return SUMMARY_TOO_LONG if len(summary_zh) > SUMMARY_MAX or len(summary_en) > SUMMARY_MAX else None
