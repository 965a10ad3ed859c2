"""Every attempt to log in is noted with where it came from."""

from flask import request

from app.accounts import operations
from app.accounts.models import Account
from app.kernel import clock


def note(account: Account, outcome: str) -> None:
    """Note how the attempt of this request ended."""
    operations.note_log_in(
        account,
        outcome=outcome,
        address=request.remote_addr or "",
        browser=request.user_agent.string,
        now=clock.now(),
    )
