"""Feeds with a subject: an account, a topic, a product."""

import dataclasses

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel.pagination import Page, newest_first
from app.posts import queries as posts
from app.posts.models import Post, PostImage, Topic
from app.timelines.queries.unwanted import unwanted_by, wanted_page


def profile_feed(account: Account, *, viewer: Account | None, tab: str, before: int | None) -> Page[Post]:
    """A page of an account's posts; tab is all, original or images."""
    query = posts.posts_by(account, viewer=viewer)
    if tab == "original":
        query = query.where(Post.parent_id.is_(None))
    if tab == "images":
        query = query.where(select(PostImage.post_id).where(PostImage.post_id == Post.id).exists())
    return newest_first(query, Post.id, before=before)


def topic_feed(topic: Topic, *, viewer: Account | None, before: int | None) -> Page[Post]:
    """A page of the posts that carry a topic; whoever looks at it does not mind topics."""
    unwanted = dataclasses.replace(unwanted_by(viewer), topics=False)
    query = posts.posts_with_topic(topic, viewer=viewer)
    return wanted_page(query, Post.id, viewer=viewer, before=before, unwanted=unwanted)


def product_feed(product_id: int, *, viewer: Account | None, before: int | None) -> Page[Post]:
    """A page of what people say about a product."""
    return newest_first(posts.posts_about(product_id, viewer=viewer), Post.id, before=before)
