"""Telling people what became of their account and of what they wrote: no limit and no refusal is secret."""

from app.kernel import clock
from app.notifications import operations
from app.screening import queries as screening
from app.screening.events import LimitEnded, LimitImposed, LimitLifted


def tell_about_limit(event: LimitImposed) -> None:
    """Whose account is limited hears what it means, why and until when."""
    _tell("limit_imposed", event)


def tell_limit_lifted(event: LimitLifted) -> None:
    """Whose limit was lifted before its time hears of it."""
    _tell("limit_lifted", event)


def tell_limit_ended(event: LimitEnded) -> None:
    """Whose limit has run out hears of it."""
    _tell("limit_ended", event)


def _tell(code: str, event: LimitImposed | LimitLifted | LimitEnded) -> None:
    limit = screening.limit_or_none(event.limit_id)
    if limit is None:
        return
    data = {
        "limit": limit.kind,
        "words": limit.words,
        "ends_at": limit.ends_at.isoformat() if limit.ends_at else "",
    }
    operations.give_system(code, to=[event.account_id], now=clock.now(), key=str(limit.id), data=data)
