"""Who has asked for her data, and who is leaving; nothing of what is in it."""

from typing import Any

from flask import render_template, request

from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock
from app.kernel.pagination import cursor_from
from app.portability import presenters


@bp.get("/data")
@permits("data.see")
def data_index() -> Any:
    """Exports with their state and age, and accounts that wait for the end of their week."""
    now, before = clock.now(), cursor_from(request.args.get("before"))
    page = presenters.export_rows(before=before, now=now)
    return render_template(
        "backoffice/data.html", page=page, closings=presenters.closing_rows(), is_first=before is None, moment=now
    )
