"""Making passkeys."""

from typing import Any

from flask import render_template
from flask_login import login_required

from app.accounts import operations, queries
from app.accounts.forms import PasskeyForm
from app.accounts.routes import challenging, throttling
from app.accounts.routes.blueprint import bp
from app.accounts.routes.factors import in_use, laid, why_not
from app.kernel import clock
from app.kernel.viewer import viewer


@bp.get("/settings/security/passkeys/new")
@login_required
def passkey_new() -> Any:
    """Name and password; the browser makes the passkey."""
    return _page(PasskeyForm(), 200)


@bp.post("/settings/security/passkeys")
@login_required
def passkey_create() -> Any:
    """Take the passkey into use that the browser has made."""
    account, form, now = viewer(), PasskeyForm(), clock.now()
    if why := why_not(account, form):
        return _page(form, why)
    try:
        codes = operations.add_passkey(
            by=account,
            password=form.current_password.data or "",
            name=form.name.data or "",
            credential=form.credential.data or "",
            challenge=challenging.spend("new", form.challenge.data or "", account, now),
            party=challenging.party(),
            now=now,
        )
    except (operations.NotChanged, operations.NotProven, operations.FactorKept) as refusal:
        return _page(laid(form, refusal), refusal.status)
    throttling.forget_guesses(account)
    return in_use(codes)


def _page(form: PasskeyForm, status: int) -> Any:
    account = viewer()
    challenge, token = challenging.new("new", account, clock.now())
    known = queries.factors_of(account, "passkey")
    options = operations.options_to_register(account, known, challenge, challenging.party())
    return render_template("accounts/passkey_new.html", form=form, options=options, challenge=token), status
