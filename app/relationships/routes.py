"""The doors of relationships."""

from typing import Any

from flask import Blueprint, abort, jsonify, render_template, request
from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import account_view
from app.kernel import clock, rendering
from app.kernel.pagination import Page, cursor_from, mapped
from app.kernel.security import public
from app.kernel.viewer import viewer
from app.relationships import operations, presenters, queries

bp = Blueprint("relationships", __name__)

SUGGESTIONS = 8


@bp.app_context_processor
def own_groups() -> dict[str, presenters.OwnGroups]:
    """`groups` for every page: the viewer's own; nothing is asked until a template shows them."""
    return {"groups": presenters.OwnGroups(viewer())}


@bp.post("/accounts/<int:account_id>/follow")
@login_required
def follow_create(account_id: int) -> Any:
    """Follow."""
    account = accounts.account_or_404(account_id)
    operations.follow(account, by=viewer(), now=clock.now())
    return _button(account)


@bp.delete("/accounts/<int:account_id>/follow")
@login_required
def follow_delete(account_id: int) -> Any:
    """Unfollow."""
    account = accounts.account_or_404(account_id)
    operations.unfollow(account, by=viewer(), now=clock.now())
    return _button(account)


@bp.delete("/accounts/<int:account_id>/fan")
@login_required
def fan_delete(account_id: int) -> Any:
    """Remove a fan; the empty answer takes the row away."""
    operations.remove_fan(accounts.account_or_404(account_id), by=viewer(), now=clock.now())
    return "" if rendering.wants_fragment() else rendering.done(_("Removed from your fans."))


@bp.post("/accounts/<int:account_id>/block")
@login_required
def block_create(account_id: int) -> Any:
    """Block."""
    operations.block(accounts.account_or_404(account_id), by=viewer(), now=clock.now())
    return _toggled(True, _("Blocked. You no longer see each other."))


@bp.delete("/accounts/<int:account_id>/block")
@login_required
def block_delete(account_id: int) -> Any:
    """Lift a block."""
    operations.unblock(accounts.account_or_404(account_id), by=viewer(), now=clock.now())
    return _toggled(False, _("The block is lifted."))


@bp.post("/accounts/<int:account_id>/mute")
@login_required
def mute_create(account_id: int) -> Any:
    """Mute."""
    operations.mute(accounts.account_or_404(account_id), by=viewer(), now=clock.now())
    return _toggled(True, _("Muted. Their posts no longer appear in your feeds."))


@bp.delete("/accounts/<int:account_id>/mute")
@login_required
def mute_delete(account_id: int) -> Any:
    """Lift a mute."""
    operations.unmute(accounts.account_or_404(account_id), by=viewer(), now=clock.now())
    return _toggled(False, _("Their posts appear in your feeds again."))


@bp.get("/u/<int:account_id>/following")
@public
def following_index(account_id: int) -> Any:
    """Whom someone follows."""
    account = _seen_or_404(account_id)
    return _people(account, "following", queries.following_page(account, viewer=viewer(), before=_before()))


@bp.get("/u/<int:account_id>/fans")
@public
def fan_index(account_id: int) -> Any:
    """Who follows someone."""
    account = _seen_or_404(account_id)
    return _people(account, "fans", queries.fans_page(account, viewer=viewer(), before=_before()))


@bp.get("/accounts/suggestions")
@login_required
def suggestion_index() -> Any:
    """Whom one may mean by `@…`, as JSON for the composer."""
    prefix = request.args.get("q", "").lstrip("@")[:24]
    found = queries.suggested_accounts(prefix, viewer=viewer(), limit=SUGGESTIONS)
    people = presenters.person_views(found, viewer())
    return jsonify([_suggestion(person) for person in people])


def _suggestion(person: presenters.PersonView) -> dict[str, Any]:
    account = person.account
    return {
        "id": account.id,
        "nickname": account.nickname,
        "handle": account.handle,
        "avatar_url": account.avatar_url,
        "badge": account.badge,
        "follows": person.relation.follows,
    }


def _button(account: Account) -> Any:
    if not rendering.wants_fragment():
        return rendering.done()
    return rendering.fragment(
        "relationships/_follow_button.html",
        account=account_view(account),
        relation=presenters.relation_view(viewer(), account),
    )


def _toggled(active: bool, message: str) -> Any:
    if rendering.wants_fragment() or rendering.wants_json():
        return jsonify(active=active)
    return rendering.done(message)


def _people(account: Account, kind: str, page: Page[Account]) -> Any:
    people = mapped(page, lambda rows: presenters.person_views(rows, viewer()))
    return render_template("relationships/people.html", account=account_view(account), kind=kind, people=people)


def _seen_or_404(account_id: int) -> Account:
    account, who = accounts.account_or_404(account_id), viewer()
    if who is not None and queries.blocks_between(who.id, account.id):
        abort(404)
    return account


def _before() -> int | None:
    return cursor_from(request.args.get("before"))
