"""Whether a post is within someone's reach at the moment of the act."""

from sqlalchemy import select

from app.accounts.models import Account
from app.engagement import rules
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.posts import queries as posts
from app.posts.models import Post
from app.posts.rules import Standing, why_not_comment


class NotReachable(Refusal):
    """The post or comment is gone, hidden, or on the other side of a block."""


def why_out_of_reach(post: Post, by: Account) -> Reason | None:
    """Why someone can do nothing under a post, as things stand now."""
    standing = select(Post.deleted_at, posts.blocked_expression(by), posts.is_visible_expression(by))
    deleted_at, is_blocked, is_visible = db.session.execute(standing.where(Post.id == post.id)).one()
    return rules.why_not_engage(is_deleted=deleted_at is not None, is_blocked=is_blocked, is_visible=is_visible)


def hold(post: Post, by: Account, *, with_root: bool = False) -> Reason | None:
    """Hold a post against other writers until the act ends; the reason if nothing can be said under it by now.

    A post is taken before its comments, a root before its reposts: in that order everywhere, so that no two acts
    wait for each other. Rows that only refer to the post (likes, comments) are not kept waiting.
    """
    standings = posts.standings({post.id, post.tree_id} if with_root else {post.id}, viewer=by)
    return _why_not(standings[post.id], by)


def hold_row(post_id: int) -> None:
    """Hold a post, whoever may see it."""
    db.session.execute(select(Post.id).where(Post.id == post_id).with_for_update(key_share=True))


def _why_not(standing: Standing, by: Account) -> Reason | None:
    out_of_reach = rules.why_not_engage(
        is_deleted=standing.post.is_deleted, is_blocked=standing.is_blocked, is_visible=standing.is_visible
    )
    return out_of_reach or why_not_comment(
        standing.post, by=by, follows=standing.follows, is_followed=standing.is_followed
    )
