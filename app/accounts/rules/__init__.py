"""What a name, an address, a password and a bio must be like."""

from app.accounts.rules.lookalikes import COMPANION_MAX, is_near, looks_like, skeleton_of
from app.accounts.rules.names import (
    EMAIL_TAKEN,
    HANDLE_TAKEN,
    NICKNAME_TAKEN,
    tidy_email,
    tidy_handle,
    tidy_nickname,
    why_not_email,
    why_not_handle,
    why_not_nickname,
)
from app.accounts.rules.networks import CAME_IN, browser_of, network_of, tidy_address
from app.accounts.rules.passwords import PASSWORD_MAX, why_not_password
from app.accounts.rules.permissions import PERMISSIONS, ROLES, STAFF, may, permissions_of
from app.accounts.rules.profiles import BIO_MAX, tidy_bio, why_not_bio

__all__ = [
    "BIO_MAX",
    "CAME_IN",
    "COMPANION_MAX",
    "EMAIL_TAKEN",
    "HANDLE_TAKEN",
    "NICKNAME_TAKEN",
    "PASSWORD_MAX",
    "PERMISSIONS",
    "ROLES",
    "STAFF",
    "browser_of",
    "is_near",
    "looks_like",
    "may",
    "network_of",
    "permissions_of",
    "skeleton_of",
    "tidy_address",
    "tidy_bio",
    "tidy_email",
    "tidy_handle",
    "tidy_nickname",
    "why_not_bio",
    "why_not_email",
    "why_not_handle",
    "why_not_nickname",
    "why_not_password",
]
