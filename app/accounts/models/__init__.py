"""Accounts, and what opens them."""

from app.accounts.models.access import OUTCOMES, LogIn, RecoveryCode, SecondFactor
from app.accounts.models.account import BADGES, STATES, Account

__all__ = ["BADGES", "OUTCOMES", "STATES", "Account", "LogIn", "RecoveryCode", "SecondFactor"]
