"""Keeping posts for oneself (收藏) and wanting products (想要)."""

from datetime import datetime

from sqlalchemy import delete

from app.accounts.models import Account
from app.engagement import events
from app.engagement.models import Favourite, ShelfItem
from app.engagement.operations.liking import removed
from app.engagement.operations.reaching import NotReachable, why_out_of_reach
from app.kernel import ids
from app.kernel.events import announce
from app.kernel.transactions import bump, operation
from app.kernel.upserts import insert_missing
from app.posts.models import Post
from app.products.models import Product

WANT = "want"


@operation
def favourite(post: Post, *, by: Account, now: datetime) -> None:
    """Keep a post; again changes nothing. Nobody else learns of it."""
    if reason := why_out_of_reach(post, by):
        raise NotReachable(reason)
    insert_missing(Favourite, [{"id": ids.new_id(now), "account_id": by.id, "post_id": post.id, "created_at": now}])


@operation
def unfavourite(post_id: int, *, by: Account) -> None:
    """Keep a post no longer, be it still there or not."""
    removed(delete(Favourite).where(Favourite.post_id == post_id, Favourite.account_id == by.id))


@operation
def want(product: Product, *, by: Account, now: datetime) -> None:
    """Put a product on the shelf of wishes; again changes nothing."""
    row = {"id": ids.new_id(now), "account_id": by.id, "product_id": product.id, "kind": WANT, "created_at": now}
    if insert_missing(ShelfItem, [row]):
        bump(product, "want_count")
        announce(events.ProductWanted(product.id, by.id))


@operation
def unwant(product: Product, *, by: Account) -> None:
    """Take it off again."""
    mine = (ShelfItem.product_id == product.id, ShelfItem.account_id == by.id, ShelfItem.kind == WANT)
    if removed(delete(ShelfItem).where(*mine)):
        bump(product, "want_count", -1)
        announce(events.ProductWanted(product.id, by.id))
