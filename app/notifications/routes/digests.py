"""Ending the letters from within one: whoever holds it need not log in."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel import clock
from app.kernel.security import csrf, public, unsigned
from app.notifications import operations
from app.notifications.presenters import digests
from app.notifications.routes.blueprint import bp


@bp.get("/digests/<token>")
@public
def digest_show(token: str) -> ResponseReturnValue:
    """Asks once more: mail programs follow links by themselves."""
    _owner_or_404(token)
    return render_template("notifications/digest_stop.html", is_stopped=False)


@bp.post("/digests/<token>")
@csrf.exempt  # type: ignore[untyped-decorator,unused-ignore]
@public
def digest_delete(token: str) -> ResponseReturnValue:
    """No more letters: from the page above, or straight from the mail program (RFC 8058)."""
    operations.choose_rhythm("off", by=_owner_or_404(token), now=clock.now())
    return render_template("notifications/digest_stop.html", is_stopped=True)


def _owner_or_404(token: str) -> Account:
    account_id = unsigned(digests.PURPOSE, token)
    return (accounts.account_or_none(account_id) if isinstance(account_id, int) else None) or abort(404)
