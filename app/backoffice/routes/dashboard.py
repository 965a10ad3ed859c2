"""The first page of the back office."""

from typing import Any

from flask import render_template

from app.backoffice.presenters.dashboard import dashboard_view
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.viewer import viewer


@bp.get("")
@permits("dashboard.see")
def dashboard_show() -> Any:
    """What waits, and how the site is doing; alone as a fragment, for the open page to renew itself."""
    board = dashboard_view(viewer(), now=clock.now())
    if rendering.wants_fragment():
        return rendering.fragment("backoffice/_dashboard.html", board=board)
    return render_template("backoffice/dashboard.html", board=board)
