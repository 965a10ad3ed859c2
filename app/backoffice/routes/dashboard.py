"""The first page of the back office."""

from typing import Any

from flask import render_template

from app.backoffice.routes.blueprint import bp, permits


@bp.get("")
@permits("dashboard.see")
def dashboard_show() -> Any:
    """What waits, and how the site is doing."""
    return render_template("backoffice/dashboard.html")
