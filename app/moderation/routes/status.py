"""账号状态: how one's account stands, each decision about it, and the appeal against it. Open to banned people."""

from typing import Any

from flask import abort, render_template, request, send_file, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, rendering, vault
from app.kernel.errors import Refusal
from app.kernel.pagination import cursor_from
from app.kernel.security import limiter, open_to_banned
from app.kernel.viewer import viewer
from app.moderation import operations, presenters, queries, rules
from app.moderation.models import Decision
from app.moderation.routes.blueprint import bp


@bp.get("/account/status")
@login_required
@open_to_banned
def status_show() -> Any:
    """Everything that holds for one's account, why and until when."""
    status = presenters.status_view(viewer(), before=cursor_from(request.args.get("before")), now=clock.now())
    return render_template("moderation/status.html", status=status)


@bp.get("/account/status/<int:decision_id>")
@login_required
@open_to_banned
def decision_show(decision_id: int) -> Any:
    """One decision about oneself, with the thing as it was, and the form to appeal."""
    return _page(queries.decision_or_404(decision_id, about=viewer()))


@bp.post("/account/status/<int:decision_id>/appeal")
@login_required
@open_to_banned
@limiter.limit("10 per minute")
def appeal_create(decision_id: int) -> Any:
    """Object to it; what was typed stays where something is missing."""
    decision, typed = queries.decision_or_404(decision_id, about=viewer()), request.form.get("text", "")
    try:
        operations.appeal(decision, by=viewer(), words=typed, now=clock.now())
    except Refusal as refusal:
        if rendering.wants_json() or rendering.wants_fragment():
            return rendering.refusal(refusal.reason, refusal.status)
        return _page(decision, typed=typed, problem=str(refusal.reason), status=refusal.status)
    sent = _("Your appeal is sent. Somebody who did not decide will read it.")
    return rendering.done(sent, to=url_for("moderation.decision_show", decision_id=decision_id))


@bp.get("/account/status/<int:decision_id>/pictures/<int:number>")
@login_required
@open_to_banned
def picture_show(decision_id: int, number: int) -> Any:
    """A kept picture of one's own thing, for nobody but its author."""
    decision = queries.decision_or_404(decision_id, about=viewer())
    pictures = queries.kept_pictures(decision.snapshot)
    key = pictures[number].get("key") if number < len(pictures) else None
    if not key or not vault.path_of(key).is_file():
        abort(404)
    answer = send_file(vault.path_of(key), mimetype="image/webp", max_age=0)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _page(decision: Decision, *, typed: str = "", problem: str = "", status: int = 200) -> Any:
    view = presenters.decision_view(decision, viewer=viewer(), now=clock.now())
    lengths = {"least": rules.APPEAL_LEAST, "most": rules.APPEAL_MAX}
    page = render_template("moderation/decision.html", decision=view, typed=typed, problem=problem, lengths=lengths)
    return page, status
