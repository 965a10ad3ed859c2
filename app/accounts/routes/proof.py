"""Showing a second factor: after the password, and again before what asks for a fresh proof."""

from typing import Any

from flask import redirect, render_template, request, url_for

from app.accounts import operations, queries
from app.accounts.forms import ProofForm
from app.accounts.models import Account
from app.accounts.routes import challenging, half_way, noting, throttling
from app.accounts.routes.blueprint import bp
from app.accounts.routes.sessions import begin_session
from app.kernel import clock, rendering
from app.kernel.security import open_to_banned, public, safe_next
from app.kernel.viewer import note_proof, viewer


@bp.get("/login/proof")
@public
@open_to_banned
def proof_new() -> Any:
    """Ask for a code, a passkey or a recovery code."""
    target = safe_next(request.args.get("next"), "/")
    account = _who()
    if account is None:
        return redirect(url_for("accounts.session_new", next=target))
    if not queries.has_second_factor(account):
        return redirect(url_for("accounts.second_factors_show"))
    return _page(account, ProofForm(next=target), 200)


@bp.post("/login/proof")
@public
@open_to_banned
def proof_create() -> Any:
    """Take the second factor, and go on to where the person wanted to be."""
    account, form, now = _who(), ProofForm(), clock.now()
    if account is None:
        return redirect(url_for("accounts.session_new", next=safe_next(form.next.data, "/")), 303)
    if not form.validate_on_submit():
        return _page(account, form, 422)
    if reason := throttling.why_not_prove(account):
        form.lay({"code": reason})
        return _page(account, form, 429)
    try:
        _prove(account, form)
    except operations.NotProven as refusal:
        noting.note(account, "second_wrong")
        form.lay({"code": refusal.reason})
        return _page(account, form, refusal.status)
    throttling.forget_proofs(account)
    noting.note(account, "second_factor")
    if viewer() is not None:
        answer = rendering.done(to=safe_next(form.next.data, "/"))
    else:
        answer = begin_session(account, remember=half_way.is_remembered(), target=form.next.data)
    note_proof(now)
    return answer


def _who() -> Account | None:
    found: Account | None = viewer()
    return found if found is not None else half_way.account(clock.now())


def _prove(account: Account, form: ProofForm) -> None:
    now = clock.now()
    if not form.credential.data:
        operations.prove_by_code(account, code=form.code.data or "", now=now)
        return
    operations.prove_by_passkey(
        account,
        credential=form.credential.data,
        challenge=challenging.spend("proof", form.challenge.data or "", account, now),
        party=challenging.party(),
        now=now,
    )


def _page(account: Account, form: ProofForm, status: int) -> Any:
    factors = queries.factors_of(account)
    passkeys = [factor for factor in factors if factor.kind == "passkey"]
    challenge, token = challenging.new("proof", account, clock.now())
    page = render_template(
        "accounts/proof.html",
        form=form,
        has_app=any(factor.kind == "totp" for factor in factors),
        options=operations.options_to_prove(passkeys, challenge, challenging.party()) if passkeys else "",
        challenge=token,
        codes_left=queries.recovery_codes_left(account),
    )
    return page, status
