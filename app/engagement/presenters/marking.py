"""What the viewer has done with posts and products, laid on the views of those domains in one statement."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.accounts.models import Account
from app.engagement import queries
from app.engagement.queries import Done
from app.posts import presenters as posts
from app.posts.models import Post
from app.posts.presenters import PostView
from app.products import presenters as product_views
from app.products import queries as products
from app.products.presenters import CardView, ProductView


def post_views(posts_shown: Sequence[Post], *, viewer: Account | None, full: bool = False) -> list[PostView]:
    """Posts as the viewer sees them, with everything she has done with them, their roots and their cards."""
    views = posts.post_views(posts_shown, viewer=viewer, full=full)
    if viewer is None:
        return views
    shown = [*views, *(view.root for view in views if view.root)]
    done = queries.what_is_done(
        viewer,
        post_ids={int(view.id) for view in shown},
        product_ids={int(card.product_id) for view in shown for card in view.cards},
    )
    return [_marked(view, done) for view in views]


def post_view(post: Post, *, viewer: Account | None, full: bool = False) -> PostView:
    """One post as the viewer sees it."""
    return post_views([post], viewer=viewer, full=full)[0]


def product_view(product_id: int, *, viewer: Account | None) -> ProductView | None:
    """A product's own page as the viewer sees it."""
    product = products.product_or_none(product_id)
    if product is None:
        return None
    view = product_views.product_view(product, products.observations_of(product))
    done = queries.what_is_done(viewer, post_ids=(), product_ids=[product.id])
    return replace(view, card=_wished([view.card], done)[0])


def _marked(view: PostView, done: Done) -> PostView:
    identity = int(view.id)
    marks = replace(
        view.marks,
        liked=identity in done.liked,
        favourited=identity in done.favourited,
        reposted=identity in done.reposted,
    )
    root = _marked(view.root, done) if view.root else None
    return replace(view, marks=marks, root=root, cards=_wished(view.cards, done))


def _wished(cards: Iterable[CardView], done: Done) -> list[CardView]:
    return [replace(card, wanted=True) if int(card.product_id) in done.wanted else card for card in cards]
