"""What the doors of relationships share."""

from typing import Any

from flask import Blueprint, abort, jsonify, request

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel import rendering
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.relationships import presenters, queries

bp = Blueprint("relationships", __name__)


@bp.app_context_processor
def own_groups() -> dict[str, presenters.OwnGroups]:
    """`groups` for every page: the viewer's own; nothing is asked until a template shows them."""
    return {"groups": presenters.OwnGroups(viewer())}


def toggled(active: bool, message: str) -> Any:
    """The answer to something that is on or off between two people."""
    if rendering.wants_fragment() or rendering.wants_json():
        return jsonify(active=active)
    return rendering.done(message)


def seen_or_404(account_id: int) -> Account:
    """The account, if it is active or the viewer's own, and neither has blocked the other."""
    account, who = accounts.account_or_404(account_id), viewer()
    if account.state != "active" and (who is None or who.id != account.id):
        abort(404)
    if who is not None and queries.blocks_between(who.id, account.id):
        abort(404)
    return account


def before() -> int | None:
    """Where the page of a list begins."""
    return cursor_from(request.args.get("before"))
