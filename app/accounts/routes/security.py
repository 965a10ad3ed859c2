"""Changing the password."""

from typing import Any

from flask import current_app, flash, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import COOKIE_NAME, login_required

from app.accounts import operations
from app.accounts.forms import PasswordForm
from app.accounts.routes import throttling
from app.accounts.routes.blueprint import bp
from app.accounts.routes.sessions import begin_session
from app.kernel import clock
from app.kernel.viewer import viewer


@bp.get("/settings/security")
@login_required
def password_edit() -> Any:
    """The password form."""
    return _page(PasswordForm(), 200)


@bp.post("/settings/security")
@login_required
def password_update() -> Any:
    """Change the password: all other sessions end, this one goes on."""
    account, form = viewer(), PasswordForm()
    if not form.validate_on_submit():
        return _page(form, 422)
    if reason := throttling.why_not_guess(account, account.handle):
        form.lay({"current_password": reason})
        return _page(form, 429)
    try:
        operations.change_password(
            by=account, current=form.current_password.data, new=form.new_password.data, now=clock.now()
        )
    except operations.NotChanged as refusal:
        form.lay({refusal.field: refusal.reason})
        return _page(form, refusal.status)
    throttling.forget_guesses(account)
    flash(_("Your password is changed. All other devices have been logged out."), "info")
    return begin_session(account, remember=_is_remembered(), target=url_for("accounts.password_edit"))


def _is_remembered() -> bool:
    return current_app.config.get("REMEMBER_COOKIE_NAME", COOKIE_NAME) in request.cookies


def _page(form: PasswordForm, status: int) -> Any:
    return render_template("accounts/settings_security.html", form=form), status
