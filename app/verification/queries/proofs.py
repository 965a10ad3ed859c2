"""Proof files: rows alone; the bytes are read through operations.look."""

from collections.abc import Iterable

from flask import abort
from sqlalchemy import func, select

from app.kernel.database import db
from app.verification.models import Application, ProofFile


def proof_or_404(proof_id: int) -> ProofFile:
    """The file, purged or not."""
    return db.session.get(ProofFile, proof_id) or abort(404)


def proofs_of(application: Application) -> list[ProofFile]:
    """The files of an application that are still kept, in the order in which they came."""
    query = select(ProofFile).where(ProofFile.application_id == application.id, ProofFile.purged_at.is_(None))
    return list(db.session.scalars(query.order_by(ProofFile.id)))


def proofs_of_account(account_id: int) -> list[ProofFile]:
    """All files that are kept of an account."""
    query = select(ProofFile).join(Application, Application.id == ProofFile.application_id)
    return list(db.session.scalars(query.where(Application.account_id == account_id, ProofFile.purged_at.is_(None))))


def counts_of_proofs(application_ids: Iterable[int]) -> dict[int, int]:
    """How many files each of the applications has, those purged included."""
    query = select(ProofFile.application_id, func.count()).where(ProofFile.application_id.in_(list(application_ids)))
    return {row[0]: row[1] for row in db.session.execute(query.group_by(ProofFile.application_id))}
