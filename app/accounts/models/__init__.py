"""Accounts, and what opens them."""

from app.accounts.models.access import LogIn, RecoveryCode, SecondFactor
from app.accounts.models.account import BADGES, STATES, Account

__all__ = ["BADGES", "STATES", "Account", "LogIn", "RecoveryCode", "SecondFactor"]
