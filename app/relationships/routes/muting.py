"""Mute a person, or what a person passes on; and the lists of everyone who is muted or blocked."""

from typing import Any

from flask import abort, render_template
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import queries as accounts
from app.kernel import clock
from app.kernel.pagination import mapped
from app.kernel.viewer import viewer
from app.relationships import operations, presenters, queries
from app.relationships.routes.blueprint import before, bp, toggled


@bp.post("/accounts/<int:account_id>/mute")
@login_required
def mute_create(account_id: int) -> Any:
    """Mute."""
    operations.mute(accounts.account_or_404(account_id), by=viewer(), now=clock.now())
    return toggled(True, _("Muted. Their posts no longer appear in your feeds."))


@bp.delete("/accounts/<int:account_id>/mute")
@login_required
def mute_delete(account_id: int) -> Any:
    """Lift a mute."""
    operations.unmute(accounts.account_or_404(account_id), by=viewer(), now=clock.now())
    return toggled(False, _("Their posts appear in your feeds again."))


@bp.post("/accounts/<int:account_id>/repost-mute")
@login_required
def repost_mute_create(account_id: int) -> Any:
    """不看TA的转发."""
    operations.mute_reposts(accounts.account_or_404(account_id), by=viewer(), now=clock.now())
    return toggled(True, _("What they repost no longer appears in your feeds."))


@bp.delete("/accounts/<int:account_id>/repost-mute")
@login_required
def repost_mute_delete(account_id: int) -> Any:
    """See again what the account passes on."""
    operations.unmute_reposts(accounts.account_or_404(account_id), by=viewer())
    return toggled(False, _("What they repost appears in your feeds again."))


@bp.get("/settings/blocking/people/<kind>")
@login_required
def shut_out_index(kind: str) -> Any:
    """Whom the viewer has muted, whose reposts she does not see, whom she has blocked; each can be lifted."""
    if kind not in queries.SHUT_OUT:
        abort(404)
    me = viewer()
    page = queries.shut_out_page(me, kind, before=before())
    people = mapped(page, lambda rows: presenters.person_views(rows, me))
    return render_template("relationships/settings_people.html", kind=kind, people=people)
