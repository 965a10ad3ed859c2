"""Limits, words, what waits for review, signs of spam."""

from app.screening.queries.limits import (
    is_limited,
    limit_or_none,
    limited,
    limits_from,
    limits_in_force,
    limits_of,
)
from app.screening.queries.words import all_word_rules, hits, matcher, rule_or_none, word_rule_count, word_rules

__all__ = [
    "all_word_rules",
    "hits",
    "is_limited",
    "limit_or_none",
    "limited",
    "limits_from",
    "limits_in_force",
    "limits_of",
    "matcher",
    "rule_or_none",
    "word_rule_count",
    "word_rules",
]
