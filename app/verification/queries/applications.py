"""Applications: one person's, and the queues of staff."""

from flask import abort
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first, oldest_first
from app.verification.models import Application

DECIDED = ("approved", "rejected", "withdrawn")


def application_or_404(application_id: int) -> Application:
    """The application with its account, for staff."""
    return db.session.get(Application, application_id, options=[joinedload(Application.account)]) or abort(404)


def own_application_or_404(application_id: int, account: Account) -> Application:
    """The application, if it is the account's own."""
    application = db.session.get(Application, application_id)
    return application if application is not None and application.account_id == account.id else abort(404)


def applications_of(account_id: int, *, limit: int = 20) -> list[Application]:
    """What an account has applied for, the newest first."""
    query = select(Application).where(Application.account_id == account_id).order_by(Application.id.desc())
    return list(db.session.scalars(query.limit(limit)))


def last_application_of(account_id: int) -> Application | None:
    """The newest application of an account, as it is now."""
    query = select(Application).where(Application.account_id == account_id).order_by(Application.id.desc()).limit(1)
    return db.session.scalar(query.execution_options(populate_existing=True))


def queue_page(state: str, *, after: int | None) -> Page[Application]:
    """Those that wait for staff (waiting) or for their applicant (needs_more), the longest waiting first."""
    query = select(Application).where(Application.state == state).options(joinedload(Application.account))
    return oldest_first(query, Application.id, after=after)


def decided_page(*, before: int | None) -> Page[Application]:
    """Answered and withdrawn ones, the newest application first."""
    query = select(Application).where(Application.state.in_(DECIDED)).options(joinedload(Application.account))
    return newest_first(query, Application.id, before=before)


def count_of(state: str) -> int:
    """How many applications are in a state."""
    return db.session.scalar(select(func.count()).select_from(Application).where(Application.state == state)) or 0
