"""The blueprint of the back office, and who may come in through a door of it."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Blueprint, abort, redirect, request, url_for
from flask_babel import lazy_gettext as _l
from flask_login import login_required

from app.accounts import queries as accounts
from app.accounts import rules
from app.backoffice.presenters import navigation
from app.kernel import clock, rendering
from app.kernel.errors import Reason
from app.kernel.viewer import has_proof, viewer

View = TypeVar("View", bound=Callable[..., Any])

bp = Blueprint("backoffice", __name__, url_prefix="/admin")

NO_FACTOR = Reason("no_second_factor", _l("Staff need a second factor: an authenticator app or a passkey."))
NO_PROOF = Reason("no_proof", _l("Show your second factor again, then go on."))
NOT_YOURS = Reason("forbidden", _l("Your role does not include this."))


def permits(permission: str) -> Callable[[View], View]:
    """Open a page or act to staff whose role has this permission, and who have shown their second factor lately.

    To everybody else /admin does not exist (404).
    """
    if permission not in rules.PERMISSIONS:
        raise KeyError(permission)

    def mark(view: View) -> View:
        @functools.wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            return _kept_out(permission) or view(*args, **kwargs)

        door = login_required(guarded)
        door.permission = permission
        return door  # type: ignore[no-any-return]

    return mark


def _kept_out(permission: str) -> Any:
    account = viewer()
    if not account.is_staff or account.state != "active":
        abort(404)
    if not accounts.has_second_factor(account):
        return _sent_to("accounts.second_factors_show", NO_FACTOR)
    if not has_proof(clock.now()):
        return _sent_to("accounts.proof_new", NO_PROOF)
    return None if rules.may(account, permission) else rendering.refusal(NOT_YOURS, 403)


def _sent_to(endpoint: str, reason: Reason) -> Any:
    if request.method != "GET" or rendering.wants_fragment() or rendering.wants_json():
        return rendering.refusal(reason, 403)
    return redirect(url_for(endpoint, next=request.full_path.rstrip("?")))


@bp.context_processor
def what_stands_beside() -> dict[str, Any]:
    """`admin_nav()`: the navigation, as far as the role of who looks goes; asked by the layout alone."""
    account = viewer()
    return {
        "admin_nav": lambda: navigation.navigation_for(account, here=request.path, now=clock.now()),
        "role_words": navigation.ROLE_WORDS,
        "may": lambda permission: rules.may(account, permission),
    }
