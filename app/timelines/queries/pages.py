"""Feeds with a subject: an account, a product."""

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel.pagination import Page, newest_first
from app.posts import queries as posts
from app.posts.models import PinnedPost, Post, ProductPost


def profile_feed(account: Account, *, viewer: Account | None, tab: str, before: int | None) -> Page[Post]:
    """A page of an account's posts, the pinned one (置顶) before all others; tab is all, original or images."""
    query = posts.posts_by(account, viewer=viewer)
    if tab == "original":
        query = query.where(Post.parent_id.is_(None))
    if tab == "images":
        query = query.where(Post.has_images)
    if tab != "all":
        return newest_first(query, Post.id, before=before)
    pinned = select(PinnedPost.post_id).where(PinnedPost.account_id == account.id)
    page = newest_first(query.where(Post.id.not_in(pinned)), Post.id, before=before)
    top = posts.pinned_post_of(account, viewer) if before is None else None
    return Page([top, *page.items], page.next_cursor) if top else page


def product_feed(product_id: int, *, viewer: Account | None, before: int | None) -> Page[Post]:
    """A page of what people say about a product."""
    query = posts.posts_about(product_id, viewer=viewer)
    return newest_first(query, ProductPost.post_id, before=before, read_as=Post.id)
