"""Groups: the list, one group with its people, and the groups of one person."""

from typing import Any

from flask import jsonify, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import account_view
from app.kernel import clock, rendering
from app.kernel.pagination import Page, cursor_from, mapped
from app.kernel.viewer import viewer
from app.relationships import operations, presenters, queries
from app.relationships.models import Group
from app.relationships.routes.blueprint import before, bp, toggled

FOUND = 20


@bp.get("/groups")
@login_required
def group_index() -> Any:
    """All groups of the viewer."""
    return render_template("relationships/groups.html")


@bp.post("/groups")
@login_required
def group_create() -> Any:
    """A new group; its page asks whom to put in."""
    group = operations.create_group(request.form.get("name", ""), by=viewer(), now=clock.now())
    return rendering.done(to=url_for(".group_show", group_id=group.id, tab="add"))


@bp.get("/groups/<int:group_id>")
@login_required
def group_show(group_id: int) -> Any:
    """Who is in a group; `?tab=add` shows whom else one follows, `?q=` by name; `?tab=edit` its name."""
    group, tab = queries.group_or_404(group_id, viewer()), request.args.get("tab")
    name = request.args.get("q", "").strip()[:24]
    page = _people_of(group, tab, name)
    return render_template(
        "relationships/group.html",
        group=presenters.group_view(group),
        tab=tab if tab in ("add", "edit") else "members",
        name=name,
        people=mapped(page, lambda rows: presenters.person_views(rows, viewer())),
        inside={str(one) for one in queries.members_among(group.id, [account.id for account in page.items])},
    )


@bp.post("/groups/<int:group_id>/name")
@login_required
def group_name_update(group_id: int) -> Any:
    """Call a group something else."""
    group = queries.group_or_404(group_id, viewer())
    operations.rename_group(group, name=request.form.get("name", ""), by=viewer())
    return rendering.done(_("Saved."))


@bp.post("/groups/<int:group_id>/position")
@login_required
def group_position_update(group_id: int) -> Any:
    """Let a group change places with its neighbour."""
    operations.move_group(queries.group_or_404(group_id, viewer()), up=request.form.get("to") == "up", by=viewer())
    return rendering.done(to=url_for(".group_index"))


@bp.delete("/groups/<int:group_id>")
@login_required
def group_delete(group_id: int) -> Any:
    """Take a group away."""
    operations.delete_group(queries.group_or_404(group_id, viewer()), by=viewer())
    return rendering.done(
        _("The group is deleted. Posts meant for it are seen by you alone."), to=url_for(".group_index")
    )


def _people_of(group: Group, tab: str | None, name: str) -> Page[Account]:
    if tab == "edit":
        return Page([], None)
    if tab != "add":
        return queries.group_members_page(group, before=before())
    if name:
        return Page(queries.followed_named(name, by=viewer(), limit=FOUND), None)
    return queries.following_page(viewer(), viewer=viewer(), before=before())


@bp.post("/groups/<int:group_id>/members/<int:account_id>")
@login_required
def member_create(group_id: int, account_id: int) -> Any:
    """Put someone into a group."""
    group, account = queries.group_or_404(group_id, viewer()), accounts.account_or_404(account_id)
    operations.add_to_group(group, account, by=viewer(), now=clock.now())
    return toggled(True, "")


@bp.delete("/groups/<int:group_id>/members/<int:account_id>")
@login_required
def member_delete(group_id: int, account_id: int) -> Any:
    """Take someone out of a group."""
    group, account = queries.group_or_404(group_id, viewer()), accounts.account_or_404(account_id)
    operations.take_out_of_group(group, account, by=viewer())
    return toggled(False, "")


@bp.get("/accounts/<int:account_id>/groups")
@login_required
def account_groups_edit(account_id: int) -> Any:
    """Which groups someone is in: a dialog for our own script, else a page."""
    me, account = viewer(), accounts.account_or_404(account_id)
    values: dict[str, Any] = {
        "account": account_view(account),
        "inside": {str(one) for one in queries.own_groups_with(account, owner=me)},
    }
    if rendering.wants_fragment():
        return rendering.fragment("relationships/_group_picker.html", **values)
    return render_template("relationships/group_picker.html", **values)


@bp.post("/accounts/<int:account_id>/groups")
@login_required
def account_groups_update(account_id: int) -> Any:
    """Put someone into exactly the ticked groups, and into a new one if it was given a name."""
    account = accounts.account_or_404(account_id)
    ticked = {group_id for one in request.form.getlist("group_id") if (group_id := cursor_from(one)) is not None}
    new = request.form.get("new_group", "")
    operations.put_into_groups(account, ticked, by=viewer(), now=clock.now(), also_new=new)
    if rendering.wants_fragment():
        return jsonify(active=True)
    return rendering.done(_("Saved."), to=account_view(account).url)
