"""Whose messages one takes."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import rendering
from app.kernel.viewer import viewer
from app.messages import operations, queries
from app.messages.forms import MessageSettingForm


@login_required
def setting_edit() -> ResponseReturnValue:
    """The form."""
    return render_template("messages/settings.html", accepts=queries.accepted_by(viewer().id))


@login_required
def setting_update() -> ResponseReturnValue:
    """Save the choice."""
    form = MessageSettingForm()
    if not form.validate_on_submit():
        return rendering.form_refusal(form)
    operations.accept_from(form.accepts.data or "", by=viewer())
    return rendering.done(_("Saved."), to="/settings/messages")
