"""Follow, follow specially, remove a fan, block."""

from typing import Any

from flask_babel import gettext as _
from flask_login import login_required

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.accounts.presenters import account_view
from app.kernel import clock, rendering
from app.kernel.viewer import viewer
from app.relationships import operations, presenters
from app.relationships.routes.blueprint import bp, toggled


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


@bp.post("/accounts/<int:account_id>/special")
@login_required
def special_create(account_id: int) -> Any:
    """特别关注."""
    account = accounts.account_or_404(account_id)
    operations.mark_special(account, by=viewer())
    return _button(account)


@bp.delete("/accounts/<int:account_id>/special")
@login_required
def special_delete(account_id: int) -> Any:
    """Follow like the others again."""
    account = accounts.account_or_404(account_id)
    operations.unmark_special(account, by=viewer())
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
    return toggled(True, _("Blocked. You no longer see each other."))


@bp.delete("/accounts/<int:account_id>/block")
@login_required
def block_delete(account_id: int) -> Any:
    """Lift a block."""
    operations.unblock(accounts.account_or_404(account_id), by=viewer(), now=clock.now())
    return toggled(False, _("The block is lifted."))


def _button(account: Account) -> Any:
    if not rendering.wants_fragment():
        return rendering.done()
    return rendering.fragment(
        "relationships/_follow_button.html",
        account=account_view(account),
        relation=presenters.relation_view(viewer(), account),
    )
