"""The page of notices, and reading them."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from app.kernel import rendering
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.notifications import operations, presenters, queries
from app.notifications.models import KINDS
from app.notifications.routes.blueprint import bp


@bp.get("/notifications")
@login_required
def notice_index() -> ResponseReturnValue:
    """The viewer's notices, those with the latest news first; `?kind=` shows one kind alone."""
    kind = request.args.get("kind", "")
    kind = kind if kind in KINDS else ""
    page = presenters.notice_page(viewer(), kind=kind or None, before=cursor_from(request.args.get("before")))
    if rendering.wants_fragment():
        return rendering.fragment("notifications/_list.html", page=page)
    return render_template("notifications/index.html", page=page)


@bp.post("/notifications/read")
@login_required
def read_create() -> ResponseReturnValue:
    """Mark everything read, or `kind` alone; with `up_to` only what the page has shown."""
    kind = request.values.get("kind", "")
    operations.read(by=viewer(), kind=kind if kind in KINDS else None, up_to=cursor_from(request.values.get("up_to")))
    if rendering.wants_fragment() or rendering.wants_json():
        return _counts()
    return rendering.done(_("All read."), to="/notifications")


@bp.get("/notifications/unread")
@login_required
def unread_show() -> ResponseReturnValue:
    """How many notices are unread, altogether and by kind."""
    return _counts()


def _counts() -> dict[str, object]:
    kinds = queries.unread_counts(viewer().id)
    return {"count": sum(kinds.values()), "kinds": kinds}
