"""Who asks: the account behind the session, for doors to pass down as `viewer=` or `by=`."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from flask import session
from flask_login import current_user

PROOF_LASTS = timedelta(hours=12)
_PROVEN_AT = "second_factor_at"


def viewer() -> Any:
    """The account that is logged in, or None."""
    return current_user._get_current_object() if current_user.is_authenticated else None


def note_proof(now: datetime) -> None:
    """This session has shown a second factor."""
    session[_PROVEN_AT] = now.timestamp()


def keep_proof_through(renewal: Callable[[], Any]) -> Any:
    """A session that is made anew for the same person keeps the moment of her proof; answers what `renewal` does."""
    proven_at = session.get(_PROVEN_AT)
    answer = renewal()
    if proven_at is not None:
        session[_PROVEN_AT] = proven_at
    return answer


def has_proof(now: datetime) -> bool:
    """Whether this session has shown a second factor within PROOF_LASTS."""
    proven_at = session.get(_PROVEN_AT)
    return isinstance(proven_at, int | float) and 0 <= now.timestamp() - proven_at <= PROOF_LASTS.total_seconds()
