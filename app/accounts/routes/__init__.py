"""The doors of accounts."""

from app.accounts.routes import avatars, context, preferences, profile, registration, security, sessions
from app.accounts.routes.blueprint import bp
from app.accounts.routes.context import init_app

__all__ = ["avatars", "bp", "context", "init_app", "preferences", "profile", "registration", "security", "sessions"]
