"""Deciding who is verified. Papers go out to who may decide, one at a time, and never unnoticed."""

from io import BytesIO
from typing import Any

from flask import Response, abort, render_template, request, send_file, url_for
from flask_babel import gettext as _

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import account_view
from app.backoffice.presenters import verification as presenters
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering, vault
from app.kernel.viewer import viewer
from app.verification import operations, queries
from app.verification.models import Verification
from app.verification.presenters import application_view

_SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"


@bp.get("/verification")
@permits("verification.decide")
def verification_index() -> Any:
    """The queue; `?tab=` waiting, needs_more, decided, verified or levels."""
    tab = request.args.get("tab", "waiting")
    tab = tab if tab in presenters.TABS else "waiting"
    page = presenters.rows(tab, request.args.get("cursor"), clock.now())
    return render_template("backoffice/verification/index.html", tab=tab, tabs=presenters.tabs(tab), page=page)


@bp.get("/verification/<int:application_id>")
@permits("verification.decide")
def application_show(application_id: int) -> Any:
    """One application: what is wished, the papers by name, and who the account is."""
    application = queries.application_or_404(application_id)
    view = application_view(application)
    return render_template(
        "backoffice/verification/show.html",
        application=view,
        papers=presenters.papers(view),
        person=presenters.person(application.account, clock.now(), beside=application.id),
        line=presenters.line_proposed(application),
        decided_by=_name_of(application.decided_by),
        is_own=application.account_id == viewer().id,
    )


@bp.get("/verification/files/<int:proof_id>")
@permits("verification.decide")
def proof_show(proof_id: int) -> Any:
    """A paper itself. That it is looked at is written down before a byte goes out; nothing on the way keeps it."""
    file = queries.proof_or_404(proof_id)
    if file.purged_at is not None:
        abort(410)
    operations.look(file, by=viewer(), now=clock.now())
    try:
        content = vault.path_of(file.key).read_bytes()
    except (FileNotFoundError, ValueError):
        abort(404)
    is_picture = file.mimetype.startswith("image/")
    return _private(
        send_file(
            BytesIO(content), mimetype=file.mimetype, as_attachment=not is_picture, download_name=file.filename,
            conditional=False, etag=False, max_age=0,
        )
    )  # fmt: skip


def _private(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store, private"
    answer.headers["Content-Security-Policy"] = _SANDBOX
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@bp.post("/verification/<int:application_id>/approval")
@permits("verification.decide")
def application_approval_create(application_id: int) -> Any:
    """通过: verified for a year, with this line on the profile."""
    application = queries.application_or_404(application_id)
    operations.approve(application, line=request.form.get("line", ""), by=viewer(), now=clock.now())
    return _decided(_("@%(name)s is verified.", name=application.account.nickname))


@bp.post("/verification/<int:application_id>/rejection")
@permits("verification.decide")
def application_rejection_create(application_id: int) -> Any:
    """驳回, with the reason that the person reads."""
    application = queries.application_or_404(application_id)
    operations.reject(application, reason=request.form.get("reason", ""), by=viewer(), now=clock.now())
    return _decided(_("Turned down; @%(name)s reads why.", name=application.account.nickname))


@bp.post("/verification/<int:application_id>/request")
@permits("verification.decide")
def application_request_create(application_id: int) -> Any:
    """补件: what is missing."""
    application = queries.application_or_404(application_id)
    operations.ask_for_more(application, reason=request.form.get("reason", ""), by=viewer(), now=clock.now())
    return _decided(_("@%(name)s is asked for more.", name=application.account.nickname))


@bp.get("/verification/accounts/<int:account_id>")
@permits("verification.decide")
def account_verification_show(account_id: int) -> Any:
    """A verified account: until when, as what, what was before; taking it away, another level."""
    person = presenters.person(accounts.account_or_404(account_id), clock.now())
    return render_template("backoffice/verification/account.html", person=person, is_own=account_id == viewer().id)


@bp.post("/verification/accounts/<int:account_id>/revocation")
@permits("verification.decide")
def revocation_create(account_id: int) -> Any:
    """Take the V away, with the reason that the person reads."""
    account, verification = _verified(account_id)
    operations.revoke(verification, reason=request.form.get("reason", ""), by=viewer(), now=clock.now())
    return _changed(account, _("@%(name)s is no longer verified.", name=account.nickname))


@bp.post("/verification/accounts/<int:account_id>/level")
@permits("verification.decide")
def level_update(account_id: int) -> Any:
    """Orange to gold, or back."""
    account, verification = _verified(account_id)
    kind, reason = request.form.get("kind", ""), request.form.get("reason", "")
    operations.change_level(verification, kind=kind, reason=reason, by=viewer(), now=clock.now())
    return _changed(account, _("@%(name)s has another V now.", name=account.nickname))


@bp.post("/verification/levels/<int:level_id>")
@permits("verification.decide")
def level_proposal_update(level_id: int) -> Any:
    """Take what the figures propose (`agrees`), or leave it."""
    proposal, agrees = queries.level_proposal_or_404(level_id), request.form.get("agrees") == "yes"
    operations.decide_level(proposal, agrees=agrees, by=viewer(), now=clock.now())
    word = _("The V is changed.") if agrees else _("Left as it is; not proposed again for 30 days.")
    return rendering.done(word, to=url_for(".verification_index", tab="levels"))


def _verified(account_id: int) -> tuple[Account, Verification]:
    account = accounts.account_or_404(account_id)
    verification = queries.verification_or_none(account_id)
    return account, verification if verification is not None else abort(404)


def _decided(word: str) -> Any:
    """On to what waits next, or to the empty queue."""
    waiting = queries.queue_page("waiting", after=None).items
    if waiting:
        return rendering.done(word, to=url_for(".application_show", application_id=waiting[0].id))
    return rendering.done(word, to=url_for(".verification_index"))


def _changed(account: Account, word: str) -> Any:
    return rendering.done(word, to=url_for(".account_verification_show", account_id=account.id))


def _name_of(account_id: int | None) -> str:
    account = accounts.account_or_none(account_id) if account_id else None
    return account_view(account).nickname if account else ""
