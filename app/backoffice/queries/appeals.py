"""Appeals and proposals beyond those that wait."""

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first
from app.moderation.models import Appeal, Decision, Proposal


def answered_appeals(*, before: int | None, size: int = 20) -> Page[Appeal]:
    """A page of the appeals that were answered, the newest first; decision and account loaded."""
    query = select(Appeal).where(Appeal.state != "waiting")
    loaded = query.options(joinedload(Appeal.decision), joinedload(Appeal.account))
    return newest_first(loaded, Appeal.id, before=before, size=size)


def appeal_after(appeal: Appeal, *, by: Account) -> Appeal | None:
    """The next appeal that `by` can answer: behind this one, then from the oldest; never this one itself."""
    query = (
        select(Appeal)
        .join(Decision, Decision.id == Appeal.decision_id)
        .where(
            Appeal.state == "waiting",
            Appeal.id != appeal.id,
            Appeal.account_id != by.id,
            Decision.by_id != by.id,
            or_(Decision.second_id.is_(None), Decision.second_id != by.id),
        )
        .options(joinedload(Appeal.decision), joinedload(Appeal.account))
        .order_by((Appeal.id < appeal.id), Appeal.id)
    )
    return db.session.scalar(query.limit(1))


def decided_proposals(*, before: int | None, size: int = 20) -> Page[Proposal]:
    """A page of the proposals that were decided, the newest first; the account loaded."""
    query = select(Proposal).where(Proposal.state != "waiting").options(joinedload(Proposal.account))
    return newest_first(query, Proposal.id, before=before, size=size)
