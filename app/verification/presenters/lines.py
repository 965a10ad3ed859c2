"""The line under a name: what is verified, by whom, since when."""

from dataclasses import dataclass
from datetime import datetime

from app.accounts.models import Account
from app.verification import queries
from app.verification.presenters.words import sort_of


@dataclass(frozen=True, slots=True)
class BadgeLine:
    """`badge` '' stands for an account that is not verified; `sort` is '' where it is not on record since when."""

    badge: str
    reason: str
    sort: str = ""
    since: datetime | None = None


def badge_line(account: Account) -> BadgeLine:
    """The line of an account as its profile shows it."""
    if not account.badge:
        return BadgeLine("", "")
    verification = queries.verification_of(account.id)
    if verification is None:
        return BadgeLine(account.badge, account.badge_reason)
    return BadgeLine(
        badge=account.badge,
        reason=account.badge_reason,
        sort=sort_of(verification.kind, verification.organisation),
        since=verification.verified_at,
    )
