"""The doors to one's own data."""

from typing import Any

from flask import Blueprint, flash, render_template, send_file, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import operations as accounts
from app.accounts.models import Account
from app.kernel import clock, rendering, vault
from app.kernel.security import limiter, open_to_banned
from app.kernel.viewer import has_proof, viewer
from app.portability import operations, presenters, queries, rules
from app.portability.forms import FetchForm

bp = Blueprint("portability", __name__)


@bp.get("/settings/data")
@login_required
@open_to_banned
def export_index() -> Any:
    """What an export holds, and the last one."""
    return _page(FetchForm(), 200)


@bp.post("/settings/data/exports")
@login_required
@open_to_banned
def export_create() -> Any:
    """Ask for an export."""
    try:
        operations.request_export(by=viewer(), now=clock.now())
    except operations.NotExported as refusal:
        return rendering.refusal(refusal.reason, refusal.status)
    return rendering.done(_("We are putting your data together. You will hear when it is ready."), to="/settings/data")


@bp.get("/settings/data/exports/<int:export_id>")
@login_required
@open_to_banned
def export_show(export_id: int) -> Any:
    """How far an export is, for the page that waits."""
    export = queries.export_or_404(export_id, of=viewer())
    return presenters.export_view(export, now=clock.now()).as_json()


@bp.post("/settings/data/exports/<int:export_id>/file")
@login_required
@open_to_banned
@limiter.limit("10 per 15 minutes")
def file_show(export_id: int) -> Any:
    """The file, for its owner alone, who shows the password again (or has shown a second factor lately)."""
    account, form, now = viewer(), FetchForm(), clock.now()
    export = queries.export_or_404(export_id, of=account)
    if not rules.is_kept(export, now=now):
        flash(str(rules.GONE.message), "warn")
        return rendering.done(to=url_for("portability.export_index"))
    if not form.validate_on_submit() or not (has_proof(now) or _is_hers(account, form.password.data or "")):
        form.password.errors = [str(rules.WRONG_PASSWORD.message)]
        return _page(form, 422)
    name = f"zhongcao-{account.handle}-{export.created_at:%Y%m%d}.zip"
    answer = send_file(vault.path_of(export.key), mimetype="application/zip", as_attachment=True, download_name=name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _is_hers(account: Account, password: str) -> bool:
    try:
        accounts.log_in(account, password=password)
    except accounts.NotLoggedIn:
        return False
    return True


def _page(form: FetchForm, status: int) -> Any:
    now = clock.now()
    export, why_not = presenters.latest_view(viewer(), now=now)
    page = render_template(
        "portability/data.html", form=form, export=export, why_not=why_not, needs_password=not has_proof(now),
        is_away=viewer().state != "active",
    )  # fmt: skip
    return page, status
