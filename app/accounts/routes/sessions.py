"""Logging in and out."""

from typing import Any

from flask import current_app, redirect, render_template, request, session
from flask_login import COOKIE_NAME, login_user, logout_user

from app.accounts import operations, queries
from app.accounts.forms import LoginForm
from app.accounts.models import Account
from app.accounts.routes import half_way, noting, throttling
from app.accounts.routes.blueprint import bp
from app.kernel import clock, rendering
from app.kernel.security import open_to_banned, public, safe_next
from app.kernel.viewer import keep_proof_through, viewer


@bp.get("/login")
@public
def session_new() -> Any:
    """The log-in page."""
    target = safe_next(request.args.get("next"), "/")
    if viewer() is not None:
        return redirect(target)
    return _page(LoginForm(next=target), 200)


@bp.post("/login")
@public
def session_create() -> Any:
    """Log in."""
    form = LoginForm()
    if not form.validate_on_submit():
        return _page(form, 422)
    account = queries.who_is(form.identifier.data)
    if reason := throttling.why_not_guess(account, form.identifier.data):
        form.lay({"password": reason})
        return _page(form, 429)
    try:
        known = operations.log_in(account, password=form.password.data)
    except operations.NotLoggedIn as refusal:
        if account is not None:
            noting.note(account, "wrong")
        form.lay({"password": refusal.reason})
        return _page(form, refusal.status)
    throttling.forget_guesses(known)
    noting.note(known, "password")
    if queries.has_second_factor(known):
        return half_way.go(known, remember=form.remember.data, target=form.next.data, now=clock.now())
    return begin_session(known, remember=form.remember.data, target=form.next.data)


@bp.post("/logout")
@public
@open_to_banned
def session_delete() -> Any:
    """Log out; whoever is not logged in has reached the aim already."""
    logout_user()
    remember = session.get("_remember")
    session.clear()
    if remember:
        session["_remember"] = remember  # tells Flask-Login to take its cookie away with this answer
    return rendering.done(to="/")


def begin_session(account: Account, *, remember: bool, target: str | None) -> Any:
    """A fresh session for the account: nothing of the one before it, which a stranger may know, is kept."""
    session.clear()
    login_user(account, remember=remember)
    return rendering.done(to=safe_next(target, "/"))


def renew_session(account: Account, *, target: str) -> Any:
    """This session goes on after all of the account were ended, remembered and proven as it was."""
    is_remembered = current_app.config.get("REMEMBER_COOKIE_NAME", COOKIE_NAME) in request.cookies
    return keep_proof_through(lambda: begin_session(account, remember=is_remembered, target=target))


def _page(form: LoginForm, status: int) -> Any:
    form.password.data = None
    return render_template("accounts/login.html", form=form), status
