"""Kept pictures: for whoever decides, out of the vault, never without a row in the audit log."""

from typing import Any

from flask import abort, send_file

from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, vault
from app.kernel.viewer import viewer
from app.moderation import operations, queries
from app.moderation.models import Case, Decision


@bp.get("/cases/<int:case_id>/evidence/<int:number>")
@permits("reports.decide")
def evidence_show(case_id: int, number: int) -> Any:
    """A picture of what was reported."""
    return _picture(queries.case_or_404(case_id), number)


@bp.get("/decisions/<int:decision_id>/evidence/<int:number>")
@permits("appeals.decide")
def decided_evidence_show(decision_id: int, number: int) -> Any:
    """A picture of what a decision is about."""
    return _picture(queries.decision_or_404(decision_id), number)


def _picture(held_by: Case | Decision, number: int) -> Any:
    key = operations.look_at_evidence(held_by, number, by=viewer(), now=clock.now())
    if key is None or not vault.path_of(key).is_file():
        abort(404)
    answer = send_file(vault.path_of(key), mimetype="image/webp", max_age=0)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
