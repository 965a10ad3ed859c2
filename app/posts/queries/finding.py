"""Posts found by id."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from flask import abort
from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.posts import rules
from app.posts.models import PinnedPost, Post, PostProduct
from app.posts.queries.visibility import blocked_expression, is_visible_expression, visible_to
from app.posts.rules import Standing
from app.relationships.models import Follow

_HIGHEST_ID = 2**63 - 1
_WITH_PEOPLE = (joinedload(Post.author), joinedload(Post.root).joinedload(Post.author))


def post_or_none(post_id: int, *, viewer: Account | None) -> Post | None:
    """The post with its author, root and the root's author, if the viewer may see it."""
    if post_id > _HIGHEST_ID:
        return None
    return db.session.scalar(visible_to(viewer).where(Post.id == post_id).options(*_WITH_PEOPLE))


def post_or_404(post_id: int, *, viewer: Account | None) -> Post:
    """The post, or the answer 404: what one may not see is not there."""
    return post_or_none(post_id, viewer=viewer) or abort(404)


def stored_post_or_404(post_id: int) -> Post:
    """The row itself, whatever has become of it: for acts that answer with a reason of their own."""
    found = db.session.get(Post, post_id, options=_WITH_PEOPLE) if post_id <= _HIGHEST_ID else None
    return found or abort(404)


def tombstone_or_none(post_id: int) -> Post | None:
    """What is left of a deleted post."""
    if post_id > _HIGHEST_ID:
        return None
    return db.session.scalar(
        select(Post).where(Post.id == post_id, Post.deleted_at.is_not(None)).options(*_WITH_PEOPLE)
    )


def kept_until(post_id: int) -> datetime | None:
    """Until when the words of a deleted post are kept; None for one that lives."""
    post = db.session.get(Post, post_id)
    return post.deleted_at + rules.kept_for(post) if post is not None and post.deleted_at else None


def posts_by_ids(ids: Sequence[int], *, viewer: Account | None) -> list[Post]:
    """Those of the posts that the viewer may see, in the order of `ids`."""
    if not ids:
        return []
    query = visible_to(viewer).where(Post.id.in_(ids)).options(joinedload(Post.author))
    found = {post.id: post for post in db.session.scalars(query)}
    return [found[post_id] for post_id in ids if post_id in found]


def post_by_key(author: Account, client_key: str | None) -> Post | None:
    """The post that this author has already sent under this key."""
    if not client_key:
        return None
    return db.session.scalar(select(Post).where(Post.author_id == author.id, Post.client_key == client_key))


def standings(ids: Iterable[int], *, viewer: Account) -> dict[int, Standing]:
    """How posts stand towards a person right now, locked in the order of their ids until the act ends."""
    return _standings(Post.id.in_(set(ids)), viewer)


def standings_or_404(post_id: int, *, viewer: Account) -> tuple[Standing, Standing]:
    """The same for one post and the root of its tree, which may be itself."""
    if post_id > _HIGHEST_ID:
        abort(404)
    root_id = select(Post.root_id).where(Post.id == post_id).scalar_subquery()
    found = _standings(or_(Post.id == post_id, Post.id == root_id), viewer)
    if post_id not in found:
        abort(404)
    return found[post_id], found[found[post_id].post.tree_id]


def _standings(which: ColumnElement[bool], viewer: Account) -> dict[int, Standing]:
    carries = exists().where(PostProduct.post_id == func.coalesce(Post.root_id, Post.id))
    follows = exists().where(Follow.follower_id == viewer.id, Follow.followee_id == Post.author_id)
    is_followed = exists().where(Follow.follower_id == Post.author_id, Follow.followee_id == viewer.id)
    query = (
        select(Post, is_visible_expression(viewer), blocked_expression(viewer), carries, follows, is_followed)
        .where(which)
        .options(joinedload(Post.author, innerjoin=True))
        .order_by(Post.id)
        .with_for_update(of=Post, key_share=True)
        .execution_options(populate_existing=True)
    )
    return {
        post.id: Standing(post, bool(seen), bool(blocked), has, post.author_id == viewer.id, out, back)
        for post, seen, blocked, has, out, back in db.session.execute(query)
    }


def pinned_post_of(account: Account, viewer: Account | None) -> Post | None:
    """The post that stands first on an account's page, if the viewer may see it."""
    query = visible_to(viewer).join(PinnedPost, PinnedPost.post_id == Post.id)
    return db.session.scalar(query.where(PinnedPost.account_id == account.id).options(*_WITH_PEOPLE))
