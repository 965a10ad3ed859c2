"""The doors of the bell."""

from app.notifications.routes import context, digests, notices, settings, threads
from app.notifications.routes.blueprint import bp

__all__ = ["bp", "context", "digests", "notices", "settings", "threads"]
