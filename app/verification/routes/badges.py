"""The V of an account and the line that goes with it, for pages that are open when it changes."""

from typing import Any

from flask import abort

from app.accounts import queries as accounts
from app.accounts.presenters import account_view
from app.kernel import rendering
from app.kernel.security import public
from app.verification import presenters
from app.verification.routes.blueprint import bp


@bp.get("/accounts/<int:account_id>/badge")
@public
def badge_show(account_id: int) -> Any:
    """Its marks, one by one, as they stand beside names and on avatars."""
    account = accounts.account_or_404(account_id)
    if account.state != "active":
        abort(404)
    return rendering.fragment(
        "verification/_badge.html", account=account_view(account), line=presenters.badge_line(account)
    )
