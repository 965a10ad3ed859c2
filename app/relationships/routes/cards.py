"""The card that a page shows when one rests on a name."""

from typing import Any

from app.accounts.presenters import account_view, banner_url
from app.kernel import rendering
from app.kernel.security import public
from app.kernel.viewer import viewer
from app.relationships import presenters
from app.relationships.routes.blueprint import bp, seen_or_404


@bp.get("/accounts/<int:account_id>/card")
@public
def card_show(account_id: int) -> Any:
    """Who an account is, and what stands between it and the viewer."""
    account = seen_or_404(account_id)
    return rendering.fragment(
        "relationships/_hover_card.html",
        account=account_view(account),
        banner_url=banner_url(account),
        relation=presenters.relation_view(viewer(), account),
    )
