"""The doors of moderation for people; those of staff are in the back office."""

from app.moderation.routes import reports, status
from app.moderation.routes.blueprint import bp

__all__ = ["bp", "reports", "status"]
