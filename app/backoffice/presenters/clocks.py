"""How much time is left until something shall be decided."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

SOON = timedelta(hours=2)


@dataclass(frozen=True)
class Clock:
    """The time left in words, and the tone of its chip: '' (time enough), amber (soon), warm (overdue)."""

    words: str
    tone: str


def clock_of(due_at: datetime, now: datetime) -> Clock:
    """The clock of something that is due then."""
    left = due_at - now
    if left < timedelta(0):
        return Clock(str(_("%(time)s overdue", time=_span(-left))), "warm")
    return Clock(str(_("%(time)s left", time=_span(left))), "amber" if left < SOON else "")


def _span(span: timedelta) -> str:
    minutes = max(1, round(span.total_seconds() / 60))
    if minutes < 60:
        return str(ngettext("%(num)s minute", "%(num)s minutes", minutes))
    if minutes < 48 * 60:
        return str(ngettext("%(num)s hour", "%(num)s hours", minutes // 60))
    return str(ngettext("%(num)s day", "%(num)s days", minutes // (24 * 60)))
