"""Appeals and proposals: those that wait, and single ones."""

from collections.abc import Collection

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.kernel.database import db
from app.kernel.pagination import Page, oldest_first
from app.moderation.models import Appeal, Decision, Proposal


def waiting_appeals(*, after: int | None = None, size: int = 20) -> Page[Appeal]:
    """A page of the appeals that wait for an answer, the oldest first; decision and account loaded."""
    query = select(Appeal).where(Appeal.state == "waiting")
    loaded = query.options(joinedload(Appeal.decision), joinedload(Appeal.account))
    return oldest_first(loaded, Appeal.id, after=after, size=size)


def appeal_or_none(appeal_id: int) -> Appeal | None:
    """The appeal with this id, its decision and account loaded."""
    loaded = select(Appeal).options(joinedload(Appeal.decision), joinedload(Appeal.account))
    return db.session.scalar(loaded.where(Appeal.id == appeal_id)) if 0 < appeal_id < 2**63 else None


def appeal_or_404(appeal_id: int) -> Appeal:
    """The same, or the answer 404."""
    return appeal_or_none(appeal_id) or abort(404)


def appeal_against(decision: Decision) -> Appeal | None:
    """The appeal against a decision, if there is one."""
    return db.session.scalar(select(Appeal).where(Appeal.decision_id == decision.id))


def appeals_against(decision_ids: Collection[int]) -> dict[int, Appeal]:
    """The appeals against these decisions, by decision."""
    query = select(Appeal).where(Appeal.decision_id.in_(decision_ids))
    return {appeal.decision_id: appeal for appeal in db.session.scalars(query)} if decision_ids else {}


def waiting_proposals(*, after: int | None = None, size: int = 20) -> Page[Proposal]:
    """A page of what waits for a second member of staff, the oldest first; the account loaded."""
    query = select(Proposal).where(Proposal.state == "waiting").options(joinedload(Proposal.account))
    return oldest_first(query, Proposal.id, after=after, size=size)


def proposal_or_none(proposal_id: int) -> Proposal | None:
    """The proposal with this id, its account loaded."""
    loaded = [joinedload(Proposal.account)]
    return db.session.get(Proposal, proposal_id, options=loaded) if 0 < proposal_id < 2**63 else None


def proposal_or_404(proposal_id: int) -> Proposal:
    """The same, or the answer 404."""
    return proposal_or_none(proposal_id) or abort(404)


def waiting_proposal_about(account_id: int) -> Proposal | None:
    """The proposal about an account that waits, if there is one."""
    query = select(Proposal).where(Proposal.account_id == account_id, Proposal.state == "waiting")
    return db.session.scalar(query.order_by(Proposal.id).limit(1))
