"""THE rule of who is shown a comment: every query of comments asks here and nowhere else.

Whoever has blocked the viewer, or is blocked, does not appear, nor do banned, closing and closed accounts: their
comments are left out with the replies below them, while the numbers go on counting all that is stored. What waits to
be approved (评论精选) is there for its writer and for the author of the post alone. Whether the post itself is shown,
`posts.queries` says.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased, joinedload

from app.accounts.models import Account
from app.engagement.models import Comment
from app.kernel.database import db
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships import queries as relationships

HIGHEST_ID = 2**63 - 1
_Above = aliased(Post)


def shown_to(viewer: Account | None) -> Select[Comment]:
    """The comments that `viewer` is shown, living or not, with author and picture; composes."""
    return whole(select(Comment)).where(is_shown(viewer))


def whole(query: Select[Comment]) -> Select[Comment]:
    """The same comments with all that a view shows of them."""
    return query.options(joinedload(Comment.author, innerjoin=True), joinedload(Comment.image))


def is_shown(viewer: Account | None, comment: Any = Comment) -> ColumnElement[bool]:
    """The rule as a condition on a comment."""
    if viewer is None:
        return and_(comment.is_approved, is_not_hidden(viewer, comment))
    under_own_post = exists().where(_Above.id == comment.post_id, _Above.author_id == viewer.id)
    return and_(
        or_(comment.is_approved, comment.author_id == viewer.id, under_own_post), is_not_hidden(viewer, comment)
    )


def is_not_hidden(viewer: Account | None, comment: Any = Comment) -> ColumnElement[bool]:
    """Whether the viewer meets the comment's writer: no block between them, and the account is active or her own."""
    return comment.author_id.not_in(relationships.unseen_by(viewer.id if viewer is not None else None))


def is_waiting() -> tuple[ColumnElement[bool], ...]:
    """What the author of the post has yet to choose or refuse, just as the index of it says."""
    return ~Comment.is_approved, Comment.deleted_at.is_(None)


def may_see_comment(comment_id: int, viewer: Account | None) -> bool:
    """Whether a comment is there for the viewer, its post included: the guard of its picture."""
    query = (
        select(Comment.id)
        .join(Post, Post.id == Comment.post_id)
        .where(Comment.id == comment_id, Comment.deleted_at.is_(None), is_shown(viewer))
        .where(posts.is_visible_expression(viewer))
    )
    return comment_id <= HIGHEST_ID and bool(db.session.scalar(select(query.exists())))
