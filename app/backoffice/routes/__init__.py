"""The pages of the back office."""

from app.backoffice.routes import (
    accounts,
    announcements,
    appeals,
    cases,
    dashboard,
    data,
    evidence,
    opening,
    review,
    risk,
    verification,
    words,
)
from app.backoffice.routes.blueprint import bp

__all__ = [
    "accounts",
    "announcements",
    "appeals",
    "bp",
    "cases",
    "dashboard",
    "data",
    "evidence",
    "opening",
    "review",
    "risk",
    "verification",
    "words",
]
