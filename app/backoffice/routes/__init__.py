"""The pages of the back office."""

from app.backoffice.routes import dashboard, verification, words
from app.backoffice.routes.blueprint import bp

__all__ = ["bp", "dashboard", "verification", "words"]
