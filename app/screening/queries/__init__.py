"""Limits, words, what waits for review, signs of spam."""

from app.screening.queries.limits import (
    is_limited,
    limit_or_none,
    limited,
    limits_from,
    limits_in_force,
    limits_of,
)

__all__ = [
    "is_limited",
    "limit_or_none",
    "limited",
    "limits_from",
    "limits_in_force",
    "limits_of",
]
