"""A person's own page of verification: where she stands, and what she can do now."""

from dataclasses import dataclass
from datetime import datetime

from app.accounts.models import Account
from app.kernel import cache
from app.kernel.errors import Reason
from app.verification import queries, rules
from app.verification.models import Verification
from app.verification.presenters.applications import ApplicationView, application_view
from app.verification.presenters.reach import FigureView, figure_views
from app.verification.presenters.verifications import VerificationView, verification_view

_COUNTED_FOR = 3600  # seconds


@dataclass(frozen=True, slots=True)
class VerificationPage:
    """`current` runs, `ended` is over; `open` waits for an answer, `answered` was turned down or withdrawn last.

    `why_not`: why the form cannot be opened now. `figures`: how far a verified person is from gold.
    """

    current: VerificationView | None
    ended: VerificationView | None
    open: ApplicationView | None
    answered: ApplicationView | None
    why_not: Reason | None
    figures: list[FigureView]


def verification_page(account: Account, now: datetime) -> VerificationPage:
    """All that the page shows."""
    verification = queries.verification_or_none(account.id)
    runs = verification is not None and verification.ended_at is None
    last = queries.last_application_of(account.id)
    view = application_view(last) if last else None
    return VerificationPage(
        current=verification_view(verification, now) if verification and runs else None,
        ended=verification_view(verification, now) if verification and not runs else None,
        open=view if view and view.is_open else None,
        answered=view if view and view.state in ("rejected", "withdrawn") else None,
        why_not=rules.why_not_apply(account, None, last=last, verification=verification, now=now),
        figures=_figures(verification, now) if verification and runs else [],
    )


def _figures(verification: Verification, now: datetime) -> list[FigureView]:
    if verification.kind == "blue":
        return []
    key = f"reach:{verification.account_id}"
    reach = cache.get(key)
    if reach is None:
        reach = queries.reach_of([verification.account_id], now)[verification.account_id]
        cache.put(key, reach, seconds=_COUNTED_FOR)
    return figure_views(reach)
