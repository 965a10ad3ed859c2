"""The audit log: who did what, on what, how it was before and after, and why; and whether it holds."""

from typing import Any

from flask import render_template, request

from app.backoffice.presenters import audit as presenters
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import audit
from app.kernel.pagination import cursor_from


@bp.get("/audit")
@permits("audit.see")
def audit_index() -> Any:
    """The rows, the newest first: of an actor, an act, a subject, a stretch of days."""
    return _page()


@bp.post("/audit/checks")
@permits("audit.see")
def audit_check_create() -> Any:
    """Reckon through the whole log."""
    return _page(presenters.check_view(audit.broken_at(), audit.last_row()))


def _page(check: presenters.CheckView | None = None) -> Any:
    wanted, before = presenters.wanted_from(request.args), cursor_from(request.args.get("before"))
    page = presenters.audit_page(wanted, before=before)
    return render_template(
        "backoffice/site/audit.html",
        page=page,
        wanted=wanted,
        acts=presenters.acts(),
        check=check,
        is_narrowed=wanted != presenters.Wanted(),
        next_url=presenters.address_of(wanted, before=page.next_cursor) if page.next_cursor else "",
        first_url=presenters.address_of(wanted) if before else "",
    )
