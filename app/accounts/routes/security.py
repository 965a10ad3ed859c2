"""What opens the account, on one page; changing the password, and logging out everywhere else."""

from typing import Any

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import operations, presenters
from app.accounts.forms import PasswordForm
from app.accounts.routes import throttling
from app.accounts.routes.blueprint import bp
from app.accounts.routes.sessions import renew_session
from app.kernel import clock
from app.kernel.security import safe_next
from app.kernel.viewer import viewer


@bp.get("/settings/security")
@login_required
def second_factors_show() -> Any:
    """Password, second factors, recovery codes and the last log-ins."""
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
    answer = renew_session(account, target=url_for("accounts.second_factors_show"))
    flash(_("Your password is changed. All other devices have been logged out."), "info")
    return answer


@bp.delete("/settings/security/sessions")
@login_required
def other_sessions_delete() -> Any:
    """Log out everywhere else; this session goes on."""
    account = viewer()
    operations.end_other_sessions(by=account)
    answer = renew_session(account, target=url_for("accounts.second_factors_show"))
    flash(_("All other devices have been logged out."), "info")
    return answer


def _page(form: PasswordForm, status: int) -> Any:
    account = viewer()
    page = render_template(
        "accounts/settings_security.html",
        form=form,
        access=presenters.access_view(account),
        log_ins=presenters.log_in_views(account),
        target=safe_next(request.args.get("next"), ""),
    )
    return page, status
