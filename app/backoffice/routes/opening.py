"""From a thing on the pages of the site to its case."""

from typing import Any

from flask import abort, redirect, url_for

from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock
from app.kernel.viewer import viewer
from app.moderation import operations
from app.moderation.rules import OTHER


@bp.post("/subjects/<kind>/<int:subject_id>/case")
@permits("reports.decide")
def case_create(kind: str, subject_id: int) -> Any:
    """Open a case about a thing that nobody has reported, or go to the one that waits."""
    case = operations.open_case(kind, subject_id, by=viewer(), reason=OTHER, now=clock.now()) or abort(404)
    return redirect(url_for("backoffice.case_show", case_id=case.id), 303)
