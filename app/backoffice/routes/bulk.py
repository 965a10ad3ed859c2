"""Acts on many accounts at once: whom, what, how far it is, cancelling and undoing."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _

from app.backoffice.presenters import bulk as presenters
from app.backoffice.presenters.acting import act_choices, act_typed
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.errors import Reason
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.moderation import operations, queries, rules
from app.moderation.models.bulk import MOST


@bp.get("/bulk")
@permits("bulk.run")
def bulk_index() -> Any:
    """The jobs, the newest first."""
    before = cursor_from(request.args.get("before"))
    page = presenters.job_page(before=before)
    return render_template("backoffice/bulk/index.html", page=page, is_first=before is None)


@bp.get("/bulk/new")
@permits("bulk.run")
def bulk_new() -> Any:
    """Paste whom it is about."""
    return _preview("", [], None)


@bp.post("/bulk/preview")
@permits("bulk.run")
def bulk_preview() -> Any:
    """Who is meant by a pasted list, or was selected, and what to do with them."""
    if not (text := _meant()).strip():
        return _preview("", [], rules.NOBODY_CHOSEN, 422)
    return _listed(text)


@bp.post("/bulk")
@permits("bulk.run")
def bulk_create() -> Any:
    """Begin."""
    chosen = [number for one in request.form.getlist("account_ids") if (number := cursor_from(one))]
    values = act_typed(request.form, kinds=rules.BULK_KINDS)
    try:
        job = operations.start_bulk(chosen[: MOST + 1], **values, by=viewer(), now=clock.now())
    except operations.NotBulk as refusal:
        return _listed("\n".join(map(str, chosen)), refusal.reason)
    return rendering.done(to=url_for("backoffice.bulk_show", bulk_id=job.id))


@bp.get("/bulk/<int:bulk_id>")
@permits("bulk.run")
def bulk_show(bulk_id: int) -> Any:
    """How far a job is, alone as a fragment for the open page; and what became of each account."""
    job = queries.bulk_or_404(bulk_id)
    view = presenters.job_view(job, viewer=viewer(), now=clock.now())
    if rendering.wants_fragment():
        return rendering.fragment("backoffice/bulk/_progress.html", job=view)
    state, after = request.args.get("state", ""), cursor_from(request.args.get("after"))
    items = presenters.item_page(job, state=state, after=after)
    return render_template("backoffice/bulk/show.html", job=view, items=items, state=state, is_first=after is None)


@bp.post("/bulk/<int:bulk_id>/cancellation")
@permits("bulk.run")
def bulk_cancellation_create(bulk_id: int) -> Any:
    """Stop it; what is done stays."""
    job = queries.bulk_or_404(bulk_id)
    try:
        operations.cancel_bulk(job, by=viewer(), now=clock.now())
    except operations.NotBulk as refusal:
        return _refused(bulk_id, refusal)
    return rendering.done(_("Cancelled. What was done stays."), to=url_for("backoffice.bulk_show", bulk_id=bulk_id))


@bp.post("/bulk/<int:bulk_id>/undoing")
@permits("bulk.run")
def bulk_undoing_create(bulk_id: int) -> Any:
    """Take back everything it has done."""
    job = queries.bulk_or_404(bulk_id)
    try:
        operations.undo_bulk(job, by=viewer(), reason=request.form.get("reason", ""), now=clock.now())
    except operations.NotBulk as refusal:
        return _refused(bulk_id, refusal)
    return rendering.done(to=url_for("backoffice.bulk_show", bulk_id=bulk_id))


def _meant() -> str:
    return "\n".join([*request.form.getlist("account_ids"), request.form.get("who", "")])


def _listed(text: str, reason: Reason | None = None) -> Any:
    named = queries.accounts_meant(text, by=viewer())
    if reason is None and sum(one.problem is None for one in named) > MOST:
        reason = rules.TOO_MANY
    return _preview(text, named, reason, 422 if reason else 200)


def _preview(text: str, named: list[queries.Named], reason: Reason | None, status: int = 200) -> Any:
    page = render_template(
        "backoffice/bulk/new.html",
        who=text.strip(),
        preview=presenters.preview_view(named),
        problem=reason,
        acts=act_choices("account"),
        typed=request.form,
    )
    return page, status


def _refused(bulk_id: int, refusal: operations.NotBulk) -> Any:
    if rendering.wants_json() or rendering.wants_fragment():
        return rendering.refusal(refusal.reason, refusal.status)
    return rendering.done(str(refusal.reason), to=url_for("backoffice.bulk_show", bulk_id=bulk_id))
