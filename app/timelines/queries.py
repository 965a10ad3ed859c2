"""Whose posts stand in which feed; who may see them is said by posts.queries.visible_to alone."""

from datetime import timedelta

from sqlalchemy import Select, or_, select

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first
from app.posts import queries as posts
from app.posts.models import Post, PostImage, Topic
from app.relationships import queries as relationships
from app.timelines.models import HomeEntry

CATCH_UP = 100
# Posts of one moment may be delivered in another order than that of their ids: whoever catches up asks
# for a little more than is new to her and leaves out what she has.
OVERLAP = timedelta(seconds=90)


def home_feed(viewer: Account, *, before: int | None) -> Page[Post]:
    """A page of the home feed: whom the viewer follows and herself, by time."""
    return newest_first(_home(viewer), HomeEntry.post_id, before=before, read_as="id")


def home_news(viewer: Account, *, since: int) -> Page[Post]:
    """What has come into the home feed since the post `since`, at most CATCH_UP; may repeat what is just older."""
    query = _home(viewer).where(HomeEntry.post_id > _a_little_before(since), HomeEntry.post_id != since)
    return newest_first(query, HomeEntry.post_id, before=None, size=CATCH_UP, read_as="id")


def public_feed(viewer: Account | None, *, before: int | None) -> Page[Post]:
    """A page of 广场: original public posts of everyone, by time."""
    return newest_first(_public(viewer), Post.id, before=before)


def public_news(viewer: Account | None, *, since: int) -> Page[Post]:
    """What is new on 广场 since the post `since`."""
    query = _public(viewer).where(Post.id > _a_little_before(since), Post.id != since)
    return newest_first(query, Post.id, before=None, size=CATCH_UP)


def profile_feed(account: Account, *, viewer: Account | None, tab: str, before: int | None) -> Page[Post]:
    """A page of an account's posts; tab is all, original or images."""
    query = posts.posts_by(account, viewer=viewer)
    if tab == "original":
        query = query.where(Post.parent_id.is_(None))
    if tab == "images":
        query = query.where(select(PostImage.post_id).where(PostImage.post_id == Post.id).exists())
    return newest_first(query, Post.id, before=before)


def topic_feed(topic: Topic, *, viewer: Account | None, before: int | None) -> Page[Post]:
    """A page of the posts that carry a topic."""
    return newest_first(posts.posts_with_topic(topic, viewer=viewer), Post.id, before=before)


def product_feed(product_id: int, *, viewer: Account | None, before: int | None) -> Page[Post]:
    """A page of what people say about a product."""
    return newest_first(posts.posts_about(product_id, viewer=viewer), Post.id, before=before)


def account_ids_with(post_id: int) -> list[int]:
    """Whose home feeds hold the post."""
    return list(db.session.scalars(select(HomeEntry.account_id).where(HomeEntry.post_id == post_id)))


def worth_following(viewer: Account, *, limit: int) -> list[Account]:
    """The most followed accounts that the viewer neither follows nor blocks nor mutes."""
    query = (
        select(Account)
        .where(
            Account.id != viewer.id,
            Account.post_count > 0,
            Account.id.not_in(relationships.followees_of(viewer.id)),
            Account.id.not_in(relationships.blocked_by_or_blocking(viewer.id)),
            Account.id.not_in(relationships.muted_by(viewer.id)),
        )
        .order_by(Account.follower_count.desc(), Account.id)
        .limit(limit)
    )
    return list(db.session.scalars(query))


def _home(viewer: Account) -> Select[Post]:
    followees = relationships.followees_of(viewer.id)
    return (
        posts.visible_to(viewer)
        .join(HomeEntry, HomeEntry.post_id == Post.id)
        .where(
            HomeEntry.account_id == viewer.id,
            or_(HomeEntry.author_id == viewer.id, HomeEntry.author_id.in_(followees)),
            HomeEntry.author_id.not_in(relationships.muted_by(viewer.id)),
        )
    )


def _public(viewer: Account | None) -> Select[Post]:
    query = posts.visible_to(viewer).where(Post.parent_id.is_(None), Post.audience == "public")
    if viewer is not None:
        query = query.where(Post.author_id.not_in(relationships.muted_by(viewer.id)))
    return query


def _a_little_before(post_id: int) -> int:
    return ids.floor_id(ids.moment_of(post_id) - OVERLAP) if post_id else 0
