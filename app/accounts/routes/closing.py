"""Closing one's account, and changing one's mind for a week."""

from typing import Any

from flask import flash, render_template, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import operations, queries, rules
from app.accounts.forms import ClosingForm
from app.accounts.models import Account
from app.accounts.routes import throttling
from app.accounts.routes.blueprint import bp
from app.kernel import clock, rendering
from app.kernel.security import open_to_banned
from app.kernel.viewer import has_proof, viewer


@bp.get("/settings/account")
@login_required
@open_to_banned
def closing_edit() -> Any:
    """What closing means, and the form; for somebody who is leaving until when she can stay."""
    return _page(viewer(), ClosingForm(), 200)


@bp.post("/settings/account/closing")
@login_required
@open_to_banned
def closing_create() -> Any:
    """Hide the account now, and wipe it in a week."""
    account, form = viewer(), ClosingForm()
    if not form.validate_on_submit():
        return _page(account, form, 422)
    if reason := throttling.why_not_guess(account, account.handle):
        form.lay({"password": reason})
        return _page(account, form, 429)
    try:
        operations.ask_to_close(by=account, password=form.password.data, has_proof=_is_proven(account), now=clock.now())
    except operations.NotClosable as refusal:
        form.lay({refusal.field: refusal.reason})
        return _page(account, form, refusal.status)
    throttling.forget_guesses(account)
    return rendering.done(to=url_for("accounts.closing_edit"))


@bp.delete("/settings/account/closing")
@login_required
@open_to_banned
def closing_delete() -> Any:
    """Stay."""
    if operations.stay(by=viewer(), now=clock.now()):
        flash(_("Good that you stay. Everything is as it was."), "info")
    return rendering.done(to="/")


def _is_proven(account: Account) -> bool:
    return has_proof(clock.now()) or not queries.has_second_factor(account)


def _page(account: Account, form: ClosingForm, status: int) -> Any:
    if account.closes_at is not None:
        return render_template("accounts/leaving.html", closes_at=account.closes_at), status
    page = render_template(
        "accounts/settings_account.html", form=form, days=rules.TIME_TO_STAY.days,
        needs_proof=not _is_proven(account), why_not=rules.why_not_close(account),
    )  # fmt: skip
    return page, status
