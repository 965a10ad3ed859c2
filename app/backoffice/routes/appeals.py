"""Appeals, answered by somebody else than who decided; and second opinions."""

from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.backoffice import queries
from app.backoffice.presenters.appeals import appeal_listing, appeal_page
from app.backoffice.presenters.done import answered_view
from app.backoffice.presenters.proposals import proposal_listing
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.moderation import operations
from app.moderation import queries as moderation
from app.moderation.models import Appeal


@bp.get("/appeals")
@permits("appeals.decide")
def appeal_index() -> Any:
    """The appeals that wait, the oldest first; `?state=answered` the others, the newest first."""
    after, is_waiting = cursor_from(request.args.get("after")), request.args.get("state") != "answered"
    page = moderation.waiting_appeals(after=after) if is_waiting else queries.answered_appeals(before=after)
    listing = appeal_listing(page, is_waiting=is_waiting, is_later=bool(after), viewer=viewer(), now=clock.now())
    return render_template("backoffice/appeals/index.html", listing=listing)


@bp.get("/appeals/<int:appeal_id>")
@permits("appeals.decide")
def appeal_show(appeal_id: int) -> Any:
    """One appeal on one screen."""
    return _shown(moderation.appeal_or_404(appeal_id))


@bp.get("/appeals/<int:appeal_id>/next")
@permits("appeals.decide")
def appeal_next(appeal_id: int) -> Any:
    """The next appeal that the viewer can answer."""
    return _gone_on(moderation.appeal_or_404(appeal_id))


@bp.post("/appeals/<int:appeal_id>/answer")
@permits("appeals.decide")
def answer_create(appeal_id: int) -> Any:
    """Let the decision stand (`outcome=upheld`) or take it back (`overturned`), with an `answer` to the person."""
    appeal, outcome = moderation.appeal_or_404(appeal_id), request.form.get("outcome", "")
    if outcome not in ("upheld", "overturned"):
        abort(400)
    operations.answer_appeal(
        appeal,
        by=viewer(),
        overturns=outcome == "overturned",
        answer=request.form.get("answer", ""),
        now=clock.now(),
    )
    return _gone_on(appeal, answered_view(outcome).said)


@bp.get("/proposals")
@permits("accounts.ban")
def proposal_index() -> Any:
    """What waits for a second member of staff, the oldest first; `?state=decided` the others."""
    after, is_waiting = cursor_from(request.args.get("after")), request.args.get("state") != "decided"
    page = moderation.waiting_proposals(after=after) if is_waiting else queries.decided_proposals(before=after)
    listing = proposal_listing(page, is_waiting=is_waiting, is_later=bool(after), viewer=viewer())
    return render_template("backoffice/proposals/index.html", listing=listing)


@bp.post("/proposals/<int:proposal_id>/opinion")
@permits("accounts.ban")
def opinion_create(proposal_id: int) -> Any:
    """Agree to a ban, which carries it out, or decline it."""
    agrees = request.form.get("agrees", "")
    if agrees not in ("yes", "no"):
        abort(400)
    proposal = moderation.proposal_or_404(proposal_id)
    operations.second(proposal, by=viewer(), agrees=agrees == "yes", now=clock.now())
    words = {
        "carried_out": _("Agreed. The account is banned."),
        "declined": _("Declined. The account stays as it is."),
        "withdrawn": _("Nothing is left to decide: the account is banned or closed already."),
    }
    return rendering.done(words[proposal.state], to=url_for("backoffice.proposal_index"))


def _gone_on(appeal: Appeal, said: str = "") -> Any:
    following = queries.appeal_after(appeal, by=viewer())
    if rendering.wants_fragment():
        return _shown(following, said)
    to = url_for("backoffice.appeal_show", appeal_id=following.id) if following else url_for("backoffice.appeal_index")
    return rendering.done(said, to=to) if said else redirect(to, 303)


def _shown(appeal: Appeal | None, said: str = "") -> Any:
    if appeal is None:
        return rendering.fragment("backoffice/appeals/_nothing.html", said=said)
    view = appeal_page(appeal, viewer=viewer(), now=clock.now())
    if rendering.wants_fragment():
        return rendering.fragment("backoffice/appeals/_appeal.html", appeal=view, said=said)
    return render_template("backoffice/appeals/show.html", appeal=view, said=said)
