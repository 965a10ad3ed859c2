"""Feeds with a subject: an account, a product."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts import presenters as accounts_views
from app.accounts import queries as accounts
from app.accounts.models import Account
from app.engagement import presenters as engagement
from app.kernel import rendering, security
from app.kernel.viewer import viewer
from app.relationships import presenters as relations
from app.timelines import queries
from app.timelines.routes.blueprint import answer, before, bp
from app.verification import presenters as verification

_TABS = ("all", "original", "images")


@bp.get("/u/<int:account_id>")
@security.public
def profile(account_id: int) -> ResponseReturnValue:
    """An account's page: who it is and what it wrote; `?tab=` all, original or images."""
    account = accounts.account_or_404(account_id)
    relation = relations.relation_views(viewer(), [account.id])[account.id]
    if relation.is_blocked:
        abort(404)
    if account.state != "active" and not relation.is_self:
        return _away(account)
    tab = request.args.get("tab", "all")
    tab = tab if tab in _TABS else "all"
    page = queries.profile_feed(account, viewer=viewer(), tab=tab, before=before())
    return answer(
        "timelines/profile.html",
        page,
        account=accounts_views.account_view(account),
        banner_url=accounts_views.banner_url(account),
        relation=relation,
        verified=verification.badge_line(account),
        tab=tab,
    )


def _away(account: Account) -> ResponseReturnValue:
    """The page of somebody of whom nothing is shown: why, and of a banned account whose it is."""
    if rendering.wants_fragment():
        abort(404)
    shown = accounts_views.account_view(account) if account.state == "banned" else None
    page = render_template("timelines/away.html", account=shown, why=accounts_views.why_away(account))
    return page, 410 if account.state == "closed" else 200


@bp.get("/@<handle>")
@security.public
def profile_by_handle(handle: str) -> ResponseReturnValue:
    """The address that people tell each other leads to the account's page."""
    account = accounts.accounts_named([handle]).get(handle.casefold())
    if account is None:
        abort(404)
    return redirect(url_for("timelines.profile", account_id=account.id))


@bp.get("/p/<int:product_id>")
@security.public
def product(product_id: int) -> ResponseReturnValue:
    """What people say about a product, under its card and the prices seen."""
    view = engagement.product_view(product_id, viewer=viewer())
    if view is None:
        abort(404)
    if view.merged_into:
        return redirect(url_for("timelines.product", product_id=view.merged_into), 301)
    page = queries.product_feed(product_id, viewer=viewer(), before=before())
    return answer("timelines/product.html", page, product=view)
