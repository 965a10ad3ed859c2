"""Verifications."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.verification import rules
from app.verification.models import Verification
from app.verification.presenters.words import KIND_LABELS, sort_of


@dataclass(frozen=True, slots=True)
class VerificationView:
    """What an account is verified as; `days_left` counts whole days until the end."""

    account_id: str
    kind: str
    kind_label: str
    sort: str
    organisation: str
    name: str
    reason: str
    verified_at: datetime
    expires_at: datetime
    days_left: int
    may_renew: bool
    ended_at: datetime | None
    end_cause: str
    end_reason: str


def verification_view(verification: Verification, now: datetime) -> VerificationView:
    """The view of a verification, running or ended."""
    return VerificationView(
        account_id=str(verification.account_id),
        kind=verification.kind,
        kind_label=str(KIND_LABELS[verification.kind]),
        sort=sort_of(verification.kind, verification.organisation),
        organisation=verification.organisation,
        name=verification.name,
        reason=verification.reason,
        verified_at=verification.verified_at,
        expires_at=verification.expires_at,
        days_left=max(0, (verification.expires_at - now) // timedelta(days=1)),
        may_renew=rules.may_renew(verification, now),
        ended_at=verification.ended_at,
        end_cause=verification.end_cause,
        end_reason=verification.end_reason,
    )
