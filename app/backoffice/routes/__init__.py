"""The pages of the back office."""

from app.backoffice.routes import (
    accounts,
    announcements,
    appeals,
    audit,
    bulk,
    cases,
    dashboard,
    data,
    evidence,
    jobs,
    opening,
    review,
    risk,
    roles,
    settings,
    verification,
    words,
)
from app.backoffice.routes.blueprint import bp

__all__ = [
    "accounts",
    "announcements",
    "appeals",
    "audit",
    "bp",
    "bulk",
    "cases",
    "dashboard",
    "data",
    "evidence",
    "jobs",
    "opening",
    "review",
    "risk",
    "roles",
    "settings",
    "verification",
    "words",
]
