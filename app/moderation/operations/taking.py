"""Who looks at a case right now, so that two do not read the same one. Nobody is kept from deciding by it."""

from datetime import datetime

from app.accounts.models import Account
from app.kernel.transactions import locked, operation
from app.moderation import rules
from app.moderation.models import Case


@operation
def take(case: Case, *, by: Account, now: datetime) -> int | None:
    """Note that `by` looks at an open case; whose it is for the moment where somebody else was there first."""
    row = locked(case)
    if row.decided_at is not None:
        return None
    is_taken = row.taken_by not in (None, by.id) and row.taken_at is not None and now - row.taken_at < rules.TAKEN_FOR
    if is_taken:
        return row.taken_by
    row.taken_by, row.taken_at = by.id, now
    return None


@operation
def let_go(case: Case, *, by: Account) -> None:
    """`by` has left the case: the next one may take it."""
    row = locked(case)
    if row.taken_by == by.id:
        row.taken_by = row.taken_at = None
