"""The pages of the back office."""

from app.backoffice.routes import appeals, cases, dashboard, data, evidence, verification, words
from app.backoffice.routes.blueprint import bp

__all__ = ["appeals", "bp", "cases", "dashboard", "data", "evidence", "verification", "words"]
