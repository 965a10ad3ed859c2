"""THE visibility rule: every surface that shows posts asks here and nowhere else."""

import functools

from sqlalchemy import ColumnElement, Select, and_, false, or_, select

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.database import db
from app.posts.models import Post
from app.relationships import queries as relationships


def visible_to(viewer: Account | None) -> Select[Post]:
    """Posts that `viewer` (None: someone logged out) may see; composes.

    Alive, for her eyes, nobody blocked, and not of an account that is banned, closing or closed, but her own.
    """
    return select(Post).where(is_visible_expression(viewer))


def is_visible_expression(viewer: Account | None) -> ColumnElement[bool]:
    """The rule as a condition on Post; its subqueries do not depend on the post and so run once."""
    return _is_visible(viewer.id if viewer is not None else None)


def may_see(post_id: int, viewer: Account | None) -> bool:
    """Whether the viewer may see a post, and so what hangs on it: guards of pictures and videos ask this."""
    return db.session.scalar(visible_to(viewer).where(Post.id == post_id).with_only_columns(Post.id)) is not None


def blocked_expression(viewer: Account | None) -> ColumnElement[bool]:
    """Whether the post's author and the viewer do not see each other."""
    return _is_blocked(viewer.id) if viewer is not None else false()


# Building these takes Python longer than running them takes the database, and a request asks several times.
# An expression never changes once it is built, so the same one may be part of many queries.
@functools.lru_cache(maxsize=512)
def _is_visible(viewer_id: int | None) -> ColumnElement[bool]:
    alive, of_the_shown = Post.deleted_at.is_(None), Post.author_id.not_in(accounts.hidden_accounts())
    if viewer_id is None:
        return and_(alive, Post.audience == "public", of_the_shown)
    meant_for_viewer = or_(
        Post.audience == "public",
        Post.author_id == viewer_id,
        and_(Post.audience == "fans", Post.author_id.in_(relationships.followees_of(viewer_id))),
        and_(Post.audience == "mutuals", Post.author_id.in_(relationships.mutuals_of(viewer_id))),
        and_(Post.audience == "group", Post.group_id.in_(relationships.groups_containing(viewer_id))),
    )
    return and_(alive, meant_for_viewer, or_(Post.author_id == viewer_id, of_the_shown), ~_is_blocked(viewer_id))


@functools.lru_cache(maxsize=512)
def _is_blocked(viewer_id: int) -> ColumnElement[bool]:
    return Post.author_id.in_(relationships.blocked_by_or_blocking(viewer_id))
