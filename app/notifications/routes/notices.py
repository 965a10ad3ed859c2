"""The doors of the bell."""

from functools import cache

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required
from werkzeug.local import LocalProxy

from app.kernel import rendering
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.notifications import operations, presenters, queries
from app.notifications.models import KINDS

bp = Blueprint("notifications", __name__)


@bp.get("/notifications")
@login_required
def notice_index() -> ResponseReturnValue:
    """The viewer's notices, those with the latest news first; `?kind=` shows one kind alone."""
    kind = request.args.get("kind", "")
    kind = kind if kind in KINDS else ""
    page = presenters.notice_page(viewer(), kind=kind or None, before=cursor_from(request.args.get("before")))
    return render_template("notifications/index.html", page=page, kind=kind)


@bp.post("/notifications/read")
@login_required
def read_create() -> ResponseReturnValue:
    """Mark everything read."""
    operations.read_all(by=viewer())
    if rendering.wants_fragment() or rendering.wants_json():
        return {"count": 0}
    return rendering.done(_("All read."), to="/notifications")


@bp.get("/notifications/unread")
@login_required
def unread_show() -> ResponseReturnValue:
    """How many notices are unread."""
    return {"count": queries.unread_count(viewer().id)}


@bp.app_context_processor
def show_on_every_page() -> dict[str, object]:
    """`unread_count` for the bell; asked of the database only by a page that shows it."""
    return {"unread_count": LocalProxy(cache(_unread_count))}


def _unread_count() -> int:
    me = viewer()
    return queries.unread_count(me.id) if me else 0
