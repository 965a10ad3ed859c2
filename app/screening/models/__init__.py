"""The word filter, what waits for review, risk, limits."""

from app.screening.models.limits import LIMITS, SOURCES, Limit
from app.screening.models.review import REVIEW_STATES, ReviewItem
from app.screening.models.risk import Act, RiskRule
from app.screening.models.words import ACTIONS, SCOPES, WordRule

__all__ = [
    "ACTIONS",
    "LIMITS",
    "REVIEW_STATES",
    "SCOPES",
    "SOURCES",
    "Act",
    "Limit",
    "ReviewItem",
    "RiskRule",
    "WordRule",
]
