"""Between password and second factor: the session knows who it is, and opens nothing."""

from datetime import datetime, timedelta
from typing import Any

from flask import redirect, session, url_for

from app.accounts import queries
from app.accounts.models import Account
from app.kernel.security import safe_next

LASTS = timedelta(minutes=15)
_KEY = "half_way"


def go(account: Account, *, remember: bool, target: str | None, now: datetime) -> Any:
    """The password was right: on to the second factor."""
    session.clear()
    session[_KEY] = {"id": account.get_id(), "remember": bool(remember), "until": (now + LASTS).timestamp()}
    return redirect(url_for("accounts.proof_new", next=safe_next(target, "/")), 303)


def account(now: datetime) -> Account | None:
    """Who has given her password within LASTS; nobody once her sessions were ended."""
    kept = session.get(_KEY)
    if not isinstance(kept, dict) or kept["until"] < now.timestamp():
        return None
    return queries.session_owner(kept["id"])


def is_remembered() -> bool:
    """Whether she wants to stay logged in."""
    return bool(session.get(_KEY, {}).get("remember"))
