"""Applying to be verified, handing in what is missing, taking it back. The files are served to staff alone."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts.models import Account
from app.accounts.presenters import account_view
from app.kernel import clock, rendering
from app.kernel.errors import Reason
from app.kernel.requests import takes_up_to
from app.kernel.security import limiter
from app.kernel.viewer import viewer
from app.verification import operations, presenters, queries, rules
from app.verification.forms import ApplicationForm, ProofsForm
from app.verification.routes.blueprint import bp

_ROOM = rules.FILES_MAX * rules.BYTES_MAX + 64 * 1024
_OFTEN = "10 per hour; 30 per day"


@bp.get("/verification")
@login_required
def application_index() -> Any:
    """Where the viewer stands: verified, waiting, asked for more, turned down, or not yet tried."""
    return _status(ProofsForm(), 200)


@bp.get("/verification/applications/new")
@login_required
def application_new() -> Any:
    """The form; `?kind=` orange or blue. Who is verified already finds it filled in."""
    account = viewer()
    page = presenters.verification_page(account, clock.now())
    if page.why_not is not None:
        return redirect(url_for(".application_index"))
    known = page.current or page.ended
    kind = request.args.get("kind") or ("blue" if known and known.kind == "blue" else "orange")
    form = ApplicationForm(formdata=None, kind=kind if kind in rules.APPLIED_KINDS else "orange")
    if known is not None:
        form.name.data, form.organisation.data = known.name, known.organisation
    return _form(form, account, 200)


@bp.post("/verification/applications")
@login_required
@takes_up_to(_ROOM)
@limiter.limit(_OFTEN)
def application_create() -> Any:
    """Hand in an application with its files."""
    form = ApplicationForm()
    if not form.validate_on_submit():
        return _form(form, viewer(), 422)
    try:
        operations.apply(form.wish(), form.proofs(), by=viewer(), now=clock.now())
    except operations.NotApplied as refusal:
        form.lay({field: reason for field, reason in refusal.problems.items() if field})
        return _form(form, viewer(), refusal.status, refused=refusal.problems.get(""))
    except operations.ProofRefused as refusal:
        form.lay({"files": refusal.reason})
        return _form(form, viewer(), refusal.status)
    return rendering.done(_("Handed in. You will hear from us."), to=url_for(".application_index"))


@bp.post("/verification/applications/<int:application_id>/proofs")
@login_required
@takes_up_to(_ROOM)
@limiter.limit(_OFTEN)
def proof_create(application_id: int) -> Any:
    """Add files or words to an application that is not answered yet."""
    application, form = queries.own_application_or_404(application_id, viewer()), ProofsForm()
    if not form.validate_on_submit():
        return _status(form, 422)
    words, proofs = form.words.data or "", form.proofs()
    try:
        operations.add_proofs(application, words=words, proofs=proofs, by=viewer(), now=clock.now())
    except (operations.NotApplied, operations.ProofRefused) as refusal:
        form.lay({"files": refusal.reason})
        return _status(form, 422)
    return rendering.done(_("Added. We will look at it."), to=url_for(".application_index"))


@bp.delete("/verification/applications/<int:application_id>/proofs/<int:proof_id>")
@login_required
def proof_delete(application_id: int, proof_id: int) -> Any:
    """Take a file back."""
    application = queries.own_application_or_404(application_id, viewer())
    file = queries.proof_or_404(proof_id)
    operations.remove_proof(application, file, by=viewer(), now=clock.now())
    return rendering.done(_("The file is gone."), to=url_for(".application_index"))


@bp.delete("/verification/applications/<int:application_id>")
@login_required
def application_delete(application_id: int) -> Any:
    """Take an application back."""
    operations.withdraw(queries.own_application_or_404(application_id, viewer()), by=viewer(), now=clock.now())
    return rendering.done(_("Withdrawn. Your papers are removed after 30 days."), to=url_for(".application_index"))


def _status(form: ProofsForm, status: int) -> Any:
    account = viewer()
    page = presenters.verification_page(account, clock.now())
    return render_template("verification/index.html", page=page, form=form, account=account_view(account)), status


def _form(form: ApplicationForm, account: Account, status: int, *, refused: Reason | None = None) -> Any:
    return render_template(
        "verification/new.html", form=form, account=account_view(account), refused=refused,
        organisations=presenters.ORGANISATION_LABELS,
    ), status  # fmt: skip
