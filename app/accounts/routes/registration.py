"""Signing up."""

from dataclasses import asdict
from typing import Any

from flask import flash, jsonify, redirect, render_template, request
from flask_babel import gettext as _

from app.accounts import operations
from app.accounts.forms import RegisterForm
from app.accounts.routes import noting, throttling
from app.accounts.routes.blueprint import bp
from app.accounts.routes.sessions import begin_session
from app.kernel import clock
from app.kernel.security import public, safe_next
from app.kernel.viewer import viewer


@bp.get("/register")
@public
def account_new() -> Any:
    """The sign-up page."""
    target = safe_next(request.args.get("next"), "/")
    if viewer() is not None:
        return redirect(target)
    return _page(RegisterForm(next=target), 200)


@bp.get("/register/effort")
@public
def effort_new() -> Any:
    """What the browser is to find out while the form is being filled in; size 0 where nothing is asked."""
    effort = operations.new_effort(clock.now())
    answer = jsonify(asdict(effort) if effort is not None else {"size": 0})
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.post("/register")
@public
def account_create() -> Any:
    """Open an account and log in."""
    form = RegisterForm()
    if not form.validate_on_submit():
        return _page(form, 422)
    if reason := operations.why_not_spend(form.effort.data or "", form.answer.data or "", now=clock.now()):
        form.lay({"password": reason})
        return _page(form, 422)
    if reason := throttling.why_not_sign_up():
        form.lay({"handle": reason})
        return _page(form, 429)
    try:
        account = operations.open_account(
            handle=form.handle.data or "",
            nickname=form.nickname.data or "",
            email=form.email.data or "",
            password=form.password.data or "",
            now=clock.now(),
        )
    except operations.NotOpened as refusal:
        form.lay(refusal.problems)
        return _page(form, refusal.status)
    noting.note(account, "signed_up")
    answer = begin_session(account, remember=False, target=form.next.data)
    flash(_("Welcome. Follow a few people, and your home page comes alive."), "info")
    return answer


def _page(form: RegisterForm, status: int) -> Any:
    form.password.data = None
    return render_template("accounts/register.html", form=form), status
