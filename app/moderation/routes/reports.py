"""Reporting a thing, and what came of one's reports."""

from typing import Any

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, rendering
from app.kernel.errors import Reason, Refusal
from app.kernel.pagination import cursor_from
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.moderation import operations, presenters, queries
from app.moderation.routes.blueprint import bp


def _reporter() -> str:
    """Reports are counted by person, wherever she is."""
    return f"reporter:{getattr(viewer(), 'id', '')}"


@bp.get("/reports/new")
@login_required
def report_new() -> Any:
    """The form for one thing: in a dialog, or on a page of its own."""
    return _form(request.args.get("kind", ""), request.args.get("id", ""))


@bp.post("/reports")
@login_required
@limiter.limit("10 per minute; 60 per day", key_func=_reporter)
def report_create() -> Any:
    """Report it; what was typed stays where something is missing."""
    kind, subject_id = request.form.get("kind", ""), request.form.get("id", "")
    reason, words = request.form.get("reason", ""), request.form.get("words", "")
    try:
        operations.report(
            kind, _id(subject_id), by=viewer(), reason=reason, words=words, now=clock.now(),
            also_block="block" in request.form,
        )  # fmt: skip
    except Refusal as refusal:
        return _form(kind, subject_id, reason=reason, said=words, problem=refusal.reason, status=refusal.status)
    thanks = _("Thank you. We will look at it and tell you what came of it.")
    if rendering.wants_fragment() or rendering.wants_json():
        return {"message": thanks, "blocked": "block" in request.form}, 201
    return rendering.done(thanks, to=url_for("moderation.report_index"))


@bp.get("/account/reports")
@login_required
def report_index() -> Any:
    """What one has reported, and what came of it."""
    page = presenters.report_page(viewer(), before=cursor_from(request.args.get("before")))
    return render_template("moderation/reports.html", page=page)


def _form(
    kind: str, subject_id: str, *, reason: str = "", said: str = "", problem: Reason | None = None, status: int = 200
) -> Any:
    subject = queries.subject_or_404(kind, _id(subject_id), viewer=viewer())
    view = presenters.reporting_view(subject, viewer=viewer(), reason=reason, said=said, problem=problem)
    if rendering.wants_json() and problem is not None:
        return rendering.refusal(problem, status)
    template = "moderation/_report_dialog.html" if rendering.wants_fragment() else "moderation/report_new.html"
    return render_template(template, report=view), status


def _id(text: str) -> int:
    return cursor_from(text) or abort(404)
