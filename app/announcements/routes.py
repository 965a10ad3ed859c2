"""The line above the pages, and the community rules."""

from typing import Any

from flask import Blueprint, current_app, make_response, render_template, request

from app.announcements import presenters, queries
from app.kernel import clock, rendering, security
from app.kernel.text import number_in

bp = Blueprint("announcements", __name__)
AWAY = "announcement_away"
_A_YEAR = 365 * 24 * 3600


@bp.app_context_processor
def what_is_announced() -> dict[str, Any]:
    """`announcement()`: the line to show above this page, None for none or when this reader has put it away."""
    return {"announcement": _line}


@bp.post("/announcements/<int:announcement_id>/dismissal")
@security.public
def announcement_dismissal_create(announcement_id: int) -> Any:
    """Put the line away, in this browser, for good; the next one is shown again."""
    answer = make_response("" if rendering.wants_fragment() else rendering.done())
    answer.set_cookie(
        AWAY, str(announcement_id), max_age=_A_YEAR, httponly=True, samesite="Lax",
        secure=current_app.config.get("SESSION_COOKIE_SECURE", False),
    )  # fmt: skip
    return answer


@bp.get("/rules")
@security.public
def charter_show() -> Any:
    """The community rules in force."""
    return _charter_page(presenters.charter_view(queries.charter(), is_in_force=True))


@bp.get("/rules/<int:version>")
@security.public
def charter_version_show(version: int) -> Any:
    """A version of the rules; `?against=<older>` shows what has changed since that one."""
    charter, newest = queries.charter_or_404(version), queries.charter()
    view = presenters.charter_view(charter, is_in_force=version == newest.version)
    against = number_in(request.args.get("against"), digits=9)
    if not against or against >= version:
        return _charter_page(view)
    older = queries.charter_or_404(against)
    changes = presenters.changes(older, charter)
    return _charter_page(view, changes=changes, older=older.version)


def _line() -> Any:
    line = queries.shown_announcement(clock.now())
    if line is None or request.cookies.get(AWAY) == str(line.id):
        return None
    return presenters.line_view(line)


def _charter_page(view: presenters.CharterView, **more: Any) -> Any:
    return render_template("announcements/charter.html", charter=view, versions=presenters.versions(), **more)
