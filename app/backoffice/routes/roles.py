"""Who belongs to the staff, and what each role may do."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _

from app.accounts import operations as accounts_can
from app.accounts import queries as accounts
from app.accounts import rules
from app.backoffice.presenters import roles as presenters
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.viewer import viewer


@bp.get("/roles")
@permits("roles.see")
def role_index() -> Any:
    """The staff, the table of permissions, and a form to give a role."""
    return _page()


@bp.post("/roles")
@permits("roles.edit")
def role_create() -> Any:
    """Give somebody a role, or take it away (member)."""
    account = accounts.who_is(request.form.get("handle", ""))
    role, reason = request.form.get("role", ""), request.form.get("reason", "").strip()
    if account is None or account.state == "closed":
        return _page(_("Nobody has this id or name."), 422)
    if role not in rules.ROLES or not reason:
        return _page(_("Choose a role, and say why: it is kept in the audit log."), 422)
    if account.id == viewer().id:
        return _page(_("Nobody changes their own role: ask another administrator."), 409)
    try:
        accounts_can.set_role(account, role=role, by=viewer(), reason=reason, now=clock.now())
    except accounts_can.RoleKept as refusal:
        return _page(str(refusal.reason), refusal.status)
    return rendering.done(_("The role is changed; all sessions of the account have ended."),
                          to=url_for("backoffice.role_index"))  # fmt: skip


def _page(problem: str = "", status: int = 200) -> Any:
    page = render_template(
        "backoffice/site/roles.html",
        staff=presenters.staff(),
        matrix=presenters.matrix(),
        roles=rules.STAFF,
        handle=request.values.get("handle", ""),
        typed=request.form,
        problem=problem,
    )
    return page, status
