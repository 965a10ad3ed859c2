"""The doors of verification."""

from app.verification.routes import applications, badges
from app.verification.routes.blueprint import bp

__all__ = ["applications", "badges", "bp"]
