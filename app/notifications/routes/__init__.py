"""The doors of the bell."""

from app.notifications.routes import context, notices, threads
from app.notifications.routes.blueprint import bp

__all__ = ["bp", "context", "notices", "threads"]
