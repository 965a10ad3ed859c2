"""Who is verified."""

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from app.kernel.database import db
from app.kernel.pagination import PAGE, Page
from app.verification.models import Verification


def verification_of(account_id: int) -> Verification | None:
    """What an account is verified as now; None once that has ended."""
    verification = verification_or_none(account_id)
    return verification if verification is not None and verification.ended_at is None else None


def verification_or_none(account_id: int) -> Verification | None:
    """What an account is or was verified as last."""
    return db.session.get(Verification, account_id)


def verified_page(*, after: int | None) -> Page[Verification]:
    """All verified accounts, whose verification ends first; the cursor is the account of the last row."""
    query = select(Verification).where(Verification.ended_at.is_(None)).options(joinedload(Verification.account))
    if after is not None and (last := verification_or_none(after)) is not None:
        same_end = and_(Verification.expires_at == last.expires_at, Verification.account_id > after)
        query = query.where(or_(Verification.expires_at > last.expires_at, same_end))
    query = query.order_by(Verification.expires_at, Verification.account_id)
    rows = list(db.session.scalars(query.limit(PAGE + 1)))
    return Page(rows[:PAGE], str(rows[PAGE - 1].account_id) if len(rows) > PAGE else None)
