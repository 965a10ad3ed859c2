"""Who has looked at the papers of applicants, as the audit log has it."""

from collections.abc import Iterable

from sqlalchemy import func, select

from app.kernel.audit import AuditRow
from app.kernel.database import db


def looks_at(proof_ids: Iterable[int]) -> dict[int, int]:
    """How often each file was looked at."""
    wanted = (AuditRow.subject_kind == "proof", AuditRow.subject_id.in_(list(proof_ids)), AuditRow.act == "proofs.look")
    query = select(AuditRow.subject_id, func.count()).where(*wanted).group_by(AuditRow.subject_id)
    return {int(row[0] or 0): row[1] for row in db.session.execute(query)}
