"""What staff can set while the site runs."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _

from app.backoffice.presenters import settings as presenters
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering, settings
from app.kernel.viewer import viewer


@bp.get("/settings")
@permits("settings.edit")
def setting_index() -> Any:
    """All settings, in groups."""
    return _page()


@bp.post("/settings/<key>")
@permits("settings.edit")
def setting_update(key: str) -> Any:
    """Set one value."""
    new, reason = presenters.typed_value(key, request.form.get("value", "")), request.form.get("reason", "").strip()
    if new is None or not settings.fits(key, new):
        return _page(key, presenters.bounds_of(key))
    if not reason:
        return _page(key, _("Say why: it is kept in the audit log."))
    settings.change(key, new, by=viewer(), reason=reason, now=clock.now())
    return rendering.done(_("Set."), to=url_for("backoffice.setting_index", _anchor=key))


def _page(wrong: str = "", problem: str = "") -> Any:
    page = render_template(
        "backoffice/site/settings.html", groups=presenters.groups(), wrong=wrong, problem=problem, typed=request.form
    )
    return page, 422 if problem else 200
