"""Setting up authenticator apps, naming and removing second factors, renewing recovery codes."""

from typing import Any

from flask import current_app, make_response, render_template, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import operations, presenters, queries
from app.accounts.forms import AccountForm, AppForm, FactorForm, OwnPasswordForm
from app.accounts.models import Account, SecondFactor
from app.accounts.routes import throttling
from app.accounts.routes.blueprint import bp
from app.kernel import clock, rendering
from app.kernel.errors import Refusal
from app.kernel.viewer import note_proof, viewer

_HOME = "accounts.second_factors_show"


@bp.get("/settings/security/apps/new")
@login_required
def app_new() -> Any:
    """Ask for the password before an authenticator app is set up."""
    return _password_page(OwnPasswordForm(), "app", 200)


@bp.post("/settings/security/apps")
@login_required
def app_create() -> Any:
    """Begin to set an authenticator app up."""
    account, form = viewer(), OwnPasswordForm()
    if why := why_not(account, form):
        return _password_page(form, "app", why)
    try:
        factor = operations.start_app(by=account, password=form.current_password.data or "", now=clock.now())
    except (operations.NotChanged, operations.FactorKept) as refusal:
        return _password_page(laid(form, refusal), "app", refusal.status)
    throttling.forget_guesses(account)
    return rendering.done(to=url_for("accounts.app_edit", factor_id=factor.id))


@bp.get("/settings/security/apps/<int:factor_id>")
@login_required
def app_edit(factor_id: int) -> Any:
    """The code to scan, and the field for the first code of the app."""
    factor = queries.new_app_or_404(factor_id, of=viewer(), now=clock.now())
    return _app_page(factor, AppForm(), 200)


@bp.post("/settings/security/apps/<int:factor_id>")
@login_required
def app_update(factor_id: int) -> Any:
    """Take the app into use."""
    account, form, now = viewer(), AppForm(), clock.now()
    factor = queries.new_app_or_404(factor_id, of=account, now=now)
    if not form.validate_on_submit():
        return _app_page(factor, form, 422)
    if reason := throttling.why_not_prove(account):
        form.lay({"code": reason})
        return _app_page(factor, form, 429)
    try:
        codes = operations.confirm_app(
            factor, by=account, name=form.name.data or "", code=form.code.data or "", now=now
        )
    except operations.FactorKept as refusal:
        return _app_page(factor, laid(form, refusal), refusal.status)
    throttling.forget_proofs(account)
    return in_use(codes)


@bp.get("/settings/security/factors/<int:factor_id>")
@login_required
def factor_edit(factor_id: int) -> Any:
    """One second factor: its name, and removing it."""
    factor = queries.factor_or_404(factor_id, of=viewer())
    return _factor_page(factor, FactorForm(name=factor.name), OwnPasswordForm(), 200)


@bp.post("/settings/security/factors/<int:factor_id>")
@login_required
def factor_update(factor_id: int) -> Any:
    """Call it something else."""
    account, form = viewer(), FactorForm()
    factor = queries.factor_or_404(factor_id, of=account)
    try:
        operations.rename_factor(factor, by=account, name=form.name.data or "")
    except operations.FactorKept as refusal:
        return _factor_page(factor, laid(form, refusal), OwnPasswordForm(), refusal.status)
    return rendering.done(_("Saved."), to=url_for(_HOME))


@bp.delete("/settings/security/factors/<int:factor_id>")
@login_required
def factor_delete(factor_id: int) -> Any:
    """Take it out of use; asks for the password."""
    account, form = viewer(), OwnPasswordForm()
    factor = queries.factor_or_404(factor_id, of=account)
    if why := why_not(account, form):
        return _factor_page(factor, FactorForm(name=factor.name), form, why)
    try:
        operations.remove_factor(factor, by=account, password=form.current_password.data or "", now=clock.now())
    except (operations.NotChanged, operations.FactorKept) as refusal:
        return _factor_page(factor, FactorForm(name=factor.name), laid(form, refusal), refusal.status)
    throttling.forget_guesses(account)
    return rendering.done(_("Removed."), to=url_for(_HOME))


@bp.get("/settings/security/recovery-codes/new")
@login_required
def recovery_codes_new() -> Any:
    """Ask for the password before the recovery codes are renewed."""
    return _password_page(OwnPasswordForm(), "recovery", 200)


@bp.post("/settings/security/recovery-codes")
@login_required
def recovery_codes_create() -> Any:
    """New recovery codes, shown once; the old ones are good for nothing any more."""
    account, form = viewer(), OwnPasswordForm()
    if not queries.has_second_factor(account):
        return rendering.done(to=url_for(_HOME))
    if why := why_not(account, form):
        return _password_page(form, "recovery", why)
    try:
        codes = operations.renew_recovery_codes(by=account, password=form.current_password.data or "", now=clock.now())
    except operations.NotChanged as refusal:
        return _password_page(laid(form, refusal), "recovery", refusal.status)
    throttling.forget_guesses(account)
    return codes_page(codes)


def why_not(account: Account, form: OwnPasswordForm) -> int:
    """The status to refuse a form with its password with, the reason laid at the field; 0 for a form to go on with."""
    if not form.validate_on_submit():
        return 422
    if reason := throttling.why_not_guess(account, account.handle):
        form.lay({"current_password": reason})
        return 429
    return 0


def laid(form: Any, refusal: Refusal) -> Any:
    """The form with the reason of a refusal at its field."""
    form.lay({getattr(refusal, "field", "current_password"): refusal.reason})
    return form


def in_use(codes: list[str]) -> Any:
    """A second factor was added, and so was just shown: the recovery codes, if there are new ones."""
    note_proof(clock.now())
    return codes_page(codes) if codes else rendering.done(_("It is in use from now on."), to=url_for(_HOME))


def codes_page(codes: list[str]) -> Any:
    """Recovery codes, this one time."""
    page = render_template("accounts/recovery_codes.html", codes=[f"{code[:5]}-{code[5:]}" for code in codes])
    return _unkept(page)


def _password_page(form: AccountForm, what: str, status: int) -> Any:
    return render_template("accounts/security_password.html", form=form, what=what), status


def _app_page(factor: SecondFactor, form: AppForm, status: int) -> Any:
    secret = operations.secret_of(factor) or ""
    new_app = presenters.new_app_view(factor, secret, viewer(), site=current_app.config["SITE_NAME"])
    answer = _unkept(render_template("accounts/app_edit.html", form=form, new_app=new_app))
    answer.status_code = status
    return answer


def _factor_page(factor: SecondFactor, form: FactorForm, password_form: OwnPasswordForm, status: int) -> Any:
    page = render_template(
        "accounts/factor_edit.html",
        factor=presenters.factor_view(factor),
        form=form,
        password_form=password_form,
        access=presenters.access_view(viewer()),
    )
    return page, status


def _unkept(page: str) -> Any:
    """Secrets stay in nobody's cache."""
    answer = make_response(page)
    answer.headers["Cache-Control"] = "no-store"
    return answer
