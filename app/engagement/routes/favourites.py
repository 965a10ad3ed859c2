"""What one keeps for oneself: favourite posts, wanted products."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import login_required

from app.engagement import operations, presenters
from app.engagement.routes.answering import toggled
from app.kernel import clock, rendering
from app.kernel.pagination import cursor_from
from app.kernel.viewer import viewer
from app.posts import queries as posts
from app.products import queries as products
from app.products.models import Product


@login_required
def favourite_index() -> ResponseReturnValue:
    """What the viewer keeps; nobody else sees it."""
    feed = presenters.favourite_page(viewer(), before=cursor_from(request.args.get("before")))
    if rendering.wants_fragment():
        return rendering.fragment("timelines/_feed.html", feed=feed, feed_kind="favourites")
    return render_template("engagement/favourites.html", feed=feed)


@login_required
def favourite_create(post_id: int) -> ResponseReturnValue:
    """Keep a post."""
    operations.favourite(posts.stored_post_or_404(post_id), by=viewer(), now=clock.now())
    return toggled(True)


@login_required
def favourite_delete(post_id: int) -> ResponseReturnValue:
    """Keep it no longer; it may be gone by now."""
    operations.unfavourite(post_id, by=viewer())
    return toggled(False)


@login_required
def want_create(product_id: int) -> ResponseReturnValue:
    """Want a product."""
    product = _product(product_id)
    operations.want(product, by=viewer(), now=clock.now())
    return toggled(True, product.want_count)


@login_required
def want_delete(product_id: int) -> ResponseReturnValue:
    """Want it no longer."""
    product = _product(product_id)
    operations.unwant(product, by=viewer())
    return toggled(False, product.want_count)


def _product(product_id: int) -> Product:
    return products.product_or_none(product_id) or abort(404)
