"""The doors of accounts."""

from app.accounts.routes import avatars, context, gate, preferences, profile, registration, security, sessions
from app.accounts.routes.blueprint import bp
from app.accounts.routes.context import init_app

__all__ = [
    "avatars", "bp", "context", "gate", "init_app", "preferences", "profile", "registration", "security", "sessions",
]  # fmt: skip
