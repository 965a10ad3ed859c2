"""What was decided about whom, and which strikes count."""

from dataclasses import dataclass
from datetime import datetime

from flask import abort
from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first
from app.moderation.models import Appeal, Case, Decision, Proposal, Strike

SHOWN = 50


@dataclass(frozen=True, slots=True)
class History:
    """What staff knows of an account: the newest of each, SHOWN at most."""

    cases: list[Case]
    decisions: list[Decision]
    strikes: list[Strike]
    appeals: list[Appeal]
    proposals: list[Proposal]


def decision_or_none(decision_id: int) -> Decision | None:
    """The decision with this id."""
    return db.session.get(Decision, decision_id) if 0 < decision_id < 2**63 else None


def decision_or_404(decision_id: int, *, about: Account | None = None) -> Decision:
    """The decision with this id (and about this account), or the answer 404."""
    found = decision_or_none(decision_id)
    is_hers = found is not None and (about is None or (found.account_id == about.id and found.kind != "dismiss"))
    return found if found is not None and is_hers else abort(404)


def decisions_about(account: Account, *, before: int | None = None, size: int = 20) -> Page[Decision]:
    """A page of the decisions about an account that it is told, undone ones too, the newest first."""
    query = select(Decision).where(Decision.account_id == account.id, Decision.kind != "dismiss")
    return newest_first(query, Decision.id, before=before, size=size)


def strikes_in_force(account_id: int, now: datetime) -> list[Strike]:
    """The strikes that count, the oldest first."""
    query = select(Strike).where(Strike.account_id == account_id, Strike.voided_at.is_(None), Strike.expires_at > now)
    return list(db.session.scalars(query.order_by(Strike.created_at, Strike.id)))


def history_of(account: Account) -> History:
    """Everything that was reported and decided about an account."""
    about = or_(Case.account_id == account.id, (Case.subject_kind == "account") & (Case.subject_id == account.id))
    cases = select(Case).where(about).order_by(Case.id.desc()).limit(SHOWN)
    decisions = select(Decision).where(Decision.account_id == account.id).order_by(Decision.id.desc()).limit(SHOWN)
    strikes = select(Strike).where(Strike.account_id == account.id).order_by(Strike.id.desc()).limit(SHOWN)
    appeals = select(Appeal).where(Appeal.account_id == account.id).options(joinedload(Appeal.decision))
    proposals = select(Proposal).where(Proposal.account_id == account.id).order_by(Proposal.id.desc()).limit(SHOWN)
    return History(
        list(db.session.scalars(cases)),
        list(db.session.scalars(decisions)),
        list(db.session.scalars(strikes)),
        list(db.session.scalars(appeals.order_by(Appeal.id.desc()).limit(SHOWN))),
        list(db.session.scalars(proposals)),
    )
