"""Limits, words, what waits for review, signs of spam."""

from app.screening.queries.limits import (
    is_limited,
    limit_or_none,
    limited,
    limits_from,
    limits_in_force,
    limits_of,
)
from app.screening.queries.presence import acts_of_late, network_of
from app.screening.queries.review import (
    item_or_404,
    item_or_none,
    items_of,
    own_item_or_404,
    review_queue,
    waiting_count_of,
    waiting_items,
)
from app.screening.queries.signs import SIGNS_KEY, Standing, Trace, acts_since, signs, standing_of
from app.screening.queries.words import all_word_rules, hits, matcher, rule_or_none, word_rule_count, word_rules

__all__ = [
    "SIGNS_KEY",
    "Standing",
    "Trace",
    "acts_of_late",
    "acts_since",
    "all_word_rules",
    "hits",
    "is_limited",
    "item_or_404",
    "item_or_none",
    "items_of",
    "limit_or_none",
    "limited",
    "limits_from",
    "limits_in_force",
    "limits_of",
    "matcher",
    "network_of",
    "own_item_or_404",
    "review_queue",
    "rule_or_none",
    "signs",
    "standing_of",
    "waiting_count_of",
    "waiting_items",
    "word_rule_count",
    "word_rules",
]
