"""Accounts: looking for them, one account with all that is known of it, and acts on it."""

from typing import Any

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _

from app.accounts import operations as accounts_can
from app.accounts import queries as accounts
from app.accounts import rules
from app.accounts.models import Account
from app.backoffice.presenters import dossier as dossiers
from app.backoffice.presenters import people
from app.backoffice.presenters.acting import act_choices, act_typed
from app.backoffice.queries.people import Wanted
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.errors import Reason
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.moderation import operations, queries
from app.moderation.models import Proposal
from app.moderation.rules import label_of


@bp.get("/accounts")
@permits("accounts.see")
def account_index() -> Any:
    """Look for accounts: words in `q`, filters beside it, a page at a time."""
    wanted, before = people.wanted_from(request.args), cursor_from(request.args.get("before"))
    page = people.person_page(wanted, before=before, now=clock.now(), viewer=viewer())
    return render_template(
        "backoffice/accounts/index.html",
        page={"items": page.items},
        wanted=wanted,
        tabs=people.tabs(wanted),
        choices=people.choices(),
        is_narrowed=wanted != Wanted(wanted.q),
        shows_networks=rules.may(viewer(), "accounts.see_log_ins"),
        next_url=people.address_of(wanted, before=page.next_cursor) if page.next_cursor else "",
        first_url=people.address_of(wanted) if before else "",
    )


@bp.get("/accounts/<int:account_id>")
@permits("accounts.see")
def account_show(account_id: int) -> Any:
    """One account: facts, limits, what was decided and reported, what it has written."""
    return _shown(accounts.account_or_404(account_id))


@bp.get("/accounts/<int:account_id>/log-ins")
@permits("accounts.see_log_ins")
def account_log_ins_show(account_id: int) -> Any:
    """When and from where the account was opened; each look is written down."""
    account = accounts.account_or_404(account_id)
    rows = accounts_can.look_at_log_ins(account, by=viewer(), now=clock.now())
    networks = {row.network for row in rows if row.network}
    return render_template(
        "backoffice/accounts/log_ins.html",
        account=people.account_view(account),
        log_ins=dossiers.log_in_views(rows),
        neighbours=people.neighbours(networks, beside=account),
    )


@bp.post("/accounts/<int:account_id>/limits")
@permits("accounts.limit")
def account_limit_create(account_id: int) -> Any:
    """Warn or limit the account, or reset its profile."""
    return _decided(accounts.account_or_404(account_id), kinds=("warn", "limit", "take_down"))


@bp.post("/accounts/<int:account_id>/ban")
@permits("accounts.ban")
def account_ban_create(account_id: int) -> Any:
    """Ban the account; of a verified one a second member of staff is asked."""
    return _decided(accounts.account_or_404(account_id), kinds=("ban",))


@bp.delete("/accounts/<int:account_id>/decisions/<int:decision_id>")
@permits("accounts.limit")
def account_decision_delete(account_id: int, decision_id: int) -> Any:
    """Take a decision about the account back."""
    account = accounts.account_or_404(account_id)
    decision = queries.decision_or_404(decision_id, about=account)
    if not (reason := request.form.get("reason", "").strip()):
        return _refused(account, Reason("no_reason", _("Say why: it is kept in the audit log.")), 422)
    try:
        operations.undo(decision, by=viewer(), reason=reason, now=clock.now())
    except operations.NotDecided as refusal:
        return _refused(account, refusal.reason, refusal.status)
    return _back(account, _("The decision is taken back."))


@bp.delete("/accounts/<int:account_id>/sessions")
@permits("accounts.limit")
def account_sessions_delete(account_id: int) -> Any:
    """Log the account out everywhere."""
    account = accounts.account_or_404(account_id)
    if not (reason := request.form.get("reason", "").strip()):
        return _refused(account, Reason("no_reason", _("Say why: it is kept in the audit log.")), 422)
    accounts_can.end_sessions(account, by=viewer(), reason=reason, now=clock.now())
    return _back(account, _("Logged out everywhere."))


def _decided(account: Account, *, kinds: tuple[str, ...]) -> Any:
    values = act_typed(request.form, kinds=kinds)
    try:
        made = operations.act_on(account, **values, by=viewer(), now=clock.now())
    except operations.NotDecided as refusal:
        return _refused(account, refusal.reason, refusal.status)
    is_proposed = isinstance(made, Proposal)
    return _back(account, _("Proposed: a second member of staff decides.") if is_proposed else _("Done, and told."))


def _back(account: Account, said: str) -> Any:
    return rendering.done(said, to=url_for("backoffice.account_show", account_id=account.id))


def _refused(account: Account, reason: Reason, status: int) -> Any:
    if rendering.wants_json() or rendering.wants_fragment():
        return rendering.refusal(reason, status)
    flash(str(reason), "warn")
    return _shown(account, status)


def _shown(account: Account, status: int = 200) -> Any:
    sheet = dossiers.dossier(account, viewer=viewer(), now=clock.now())
    page = render_template(
        "backoffice/accounts/show.html",
        sheet=sheet,
        acts=act_choices("account"),
        typed=request.form,
        reason_label=label_of,
    )
    return page, status
