"""Accounts, and what opens them, as the pages show them."""

from app.accounts.presenters.access import (
    AccessView,
    FactorView,
    LogInView,
    NewAppView,
    access_view,
    factor_view,
    log_in_views,
    new_app_view,
)
from app.accounts.presenters.people import (
    AccountView,
    InitialView,
    account_view,
    avatar_url,
    banner_url,
    initial_view,
    why_away,
)

__all__ = [
    "AccessView",
    "AccountView",
    "FactorView",
    "InitialView",
    "LogInView",
    "NewAppView",
    "access_view",
    "account_view",
    "avatar_url",
    "banner_url",
    "factor_view",
    "initial_view",
    "log_in_views",
    "new_app_view",
    "why_away",
]
