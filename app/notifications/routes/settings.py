"""What the viewer wants to hear, on the site and by e-mail."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import clock, mail, rendering
from app.kernel.viewer import viewer
from app.notifications import operations, presenters, queries
from app.notifications.forms import WishesForm
from app.notifications.models import RHYTHMS, SENDERS
from app.notifications.routes.blueprint import bp


@bp.get("/settings/notifications")
@login_required
def wishes_edit() -> ResponseReturnValue:
    """Whose news of which kind, and how often by e-mail where the site sends any."""
    me = viewer()
    return render_template(
        "notifications/settings.html",
        chosen=queries.senders_chosen(me),
        senders=SENDERS,
        rhythm=queries.rhythm_of(me),
        rhythms=RHYTHMS,
        sends_mail=mail.is_on(),
        muted=presenters.muted_posts(me),
    )


@bp.post("/settings/notifications")
@login_required
def wishes_update() -> ResponseReturnValue:
    """Save what was chosen."""
    me, form = viewer(), WishesForm()
    if not form.validate_on_submit():
        return rendering.form_refusal(form)
    try:
        operations.choose(senders=form.senders(), rhythm=form.rhythm.data or None, by=me, now=clock.now())
    except operations.NotChosen as refusal:
        return rendering.refusal(refusal.reason, refusal.status)
    return rendering.done(_("Saved."), to="/settings/notifications")
