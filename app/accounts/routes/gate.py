"""Whoever is banned or about to leave finds the few pages that concern that, and no others."""

from typing import Any

from flask import current_app, redirect, request
from flask_babel import lazy_gettext as _l

from app.accounts.routes.blueprint import bp
from app.kernel import rendering
from app.kernel.errors import Reason
from app.kernel.viewer import viewer

_FOR_ALL = {"static"}
_WHERE_TO = {"banned": "/account/status", "closing": "/settings/account"}
_WHY = {
    "banned": Reason("banned", _l("Your account has been banned. What you can do, your account status says.")),
    "closing": Reason("closing", _l("You are leaving. Decide to stay, and everything is as it was.")),
}


@bp.before_app_request
def keep_to_open_pages() -> Any:
    """A request of theirs leads to the page that says how things stand; their acts are refused with the reason."""
    if request.endpoint is None or request.endpoint in _FOR_ALL:
        return None
    if getattr(current_app.view_functions[request.endpoint], "is_open_to_banned", False):
        return None
    account = viewer()
    if account is None or account.state not in _WHY:
        return None
    if request.method != "GET" or rendering.wants_fragment() or rendering.wants_json():
        return _refused(_WHY[account.state])
    return redirect(_WHERE_TO[account.state])


def _refused(reason: Reason) -> Any:
    if rendering.wants_json() or rendering.wants_fragment():
        return {"error": {"code": reason.code, "message": str(reason)}}, 403
    return rendering.error_page(reason, 403)
