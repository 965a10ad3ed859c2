"""Where people act from, and taking back what waits for review."""

from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, rendering
from app.kernel.viewer import viewer
from app.screening import operations, queries

bp = Blueprint("screening", __name__)


@bp.before_app_request
def note_where() -> None:
    """Who writes something does it from somewhere; that is kept for an hour."""
    if request.method == "POST" and (writer := viewer()) is not None:
        operations.note_network(writer.id, request.remote_addr or "")


@bp.delete("/reviews/<int:item_id>")
@login_required
def item_withdraw(item_id: int) -> Any:
    """Take back what waits, or throw away what was not let out."""
    item = queries.own_item_or_404(item_id, account_id=viewer().id)
    operations.withdraw(item, by=viewer(), now=clock.now())
    if rendering.wants_fragment() or rendering.wants_json():
        return ""
    return rendering.done(_("Taken back."), to="/drafts?tab=review")
