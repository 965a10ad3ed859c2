"""By when things shall be decided (SLA)."""

from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from app.kernel import settings
from app.moderation.rules.reasons import severity_of

_HOURS = {
    "severe": settings.define(
        "reports.hours_severe", 4, _l("Severe reports: hours until decided"), least=1, most=720,
        hint=_l("Where somebody may come to harm: crime, children, privacy, threats."),
    ),
    "normal": settings.define("reports.hours_normal", 24, _l("Other reports: hours until decided"), least=1, most=720),
    "minor": settings.define(
        "reports.hours_minor", 72, _l("Reports of “something else”: hours until decided"), least=1, most=720
    ),
}  # fmt: skip
APPEAL_HOURS = settings.define(
    "appeals.hours", 72, _l("Appeals: hours until answered"), least=1, most=720,
    hint=_l("Somebody else than who decided answers."),
)  # fmt: skip


def due_at(reason: str, now: datetime) -> datetime:
    """By when a case with this reason shall be decided."""
    return now + timedelta(hours=settings.value(_HOURS[severity_of(reason)]))


def appeal_due_at(now: datetime) -> datetime:
    """By when an appeal shall be answered."""
    return now + timedelta(hours=settings.value(APPEAL_HOURS))
