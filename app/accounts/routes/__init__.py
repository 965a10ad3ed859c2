"""The doors of accounts."""

from app.accounts.routes import (
    avatars,
    closing,
    context,
    factors,
    gate,
    passkeys,
    preferences,
    profile,
    proof,
    registration,
    security,
    sessions,
)
from app.accounts.routes.blueprint import bp
from app.accounts.routes.context import init_app

__all__ = [
    "avatars",
    "bp",
    "closing",
    "context",
    "factors",
    "gate",
    "init_app",
    "passkeys",
    "preferences",
    "profile",
    "proof",
    "registration",
    "security",
    "sessions",
]
