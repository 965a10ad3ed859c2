"""How long things last: a verification, what was handed in for it, and the time to renew it."""

from datetime import datetime, timedelta

from app.verification.models import Verification

LASTS = timedelta(days=365)
RENEWED_BEFORE = timedelta(days=60)
REMINDED_BEFORE = timedelta(days=30)
PROOFS_KEPT = timedelta(days=30)
SAME_AGAIN_AFTER = timedelta(days=7)


def expiry(before: Verification | None, now: datetime) -> datetime:
    """When what is granted now ends: renewing early loses no day of the year that still runs."""
    if before is not None and before.ended_at is None and may_renew(before, now):
        return max(before.expires_at, now) + LASTS
    return now + LASTS


def may_renew(verification: Verification, now: datetime) -> bool:
    """Whether the time to renew has come: 60 days before the end."""
    return now >= verification.expires_at - RENEWED_BEFORE
