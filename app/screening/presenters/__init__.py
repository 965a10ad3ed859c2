"""Limits and what waits for review, as the person concerned and as staff read them."""

from app.screening.presenters.items import KINDS, CauseView, HeldView, MarkedText, cause_views, held_views, marked
from app.screening.presenters.limits import EFFECTS, LABELS, LimitView, limit_view, limit_views

__all__ = [
    "EFFECTS",
    "KINDS",
    "LABELS",
    "CauseView",
    "HeldView",
    "LimitView",
    "MarkedText",
    "cause_views",
    "held_views",
    "limit_view",
    "limit_views",
    "marked",
]
