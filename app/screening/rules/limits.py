"""What a limit is at a moment."""

from datetime import datetime

from app.screening.models import Limit


def is_in_force(limit: Limit, now: datetime) -> bool:
    """Whether a limit holds at this moment; screening.queries.limits says the same to the database."""
    return limit.starts_at <= now and limit.lifted_at is None and (limit.ends_at is None or limit.ends_at > now)
