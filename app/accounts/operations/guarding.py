"""Names that could be taken for a verified account's, and were there first or are only nearly the same."""

from datetime import datetime

from app.accounts import queries
from app.accounts.models import Account
from app.kernel.transactions import operation
from app.screening import operations as screening


@operation
def flag_lookalikes(account: Account, *, now: datetime) -> int:
    """Show reviewers the names that this account's looks like, or that look like it; answers how many are new."""
    if account.state == "closed":
        return 0
    pairs = [(account, verified) for verified in queries.verified_like(account)]
    if account.badge:
        pairs += [(other, account) for other in queries.lookalikes_of(account) if not other.badge]
    return sum(
        screening.flag_name(bearer.id, name=bearer.nickname, looks_like=(guarded.id, guarded.handle), now=now)
        for bearer, guarded in pairs
    )
