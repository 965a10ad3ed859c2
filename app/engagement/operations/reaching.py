"""Whether a post is within someone's reach at the moment of the act."""

from sqlalchemy import select

from app.accounts.models import Account
from app.engagement import rules
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships import queries as relationships


class NotReachable(Refusal):
    """The post or comment is gone, hidden, or on the other side of a block."""


def why_out_of_reach(post: Post, by: Account) -> Reason | None:
    """Why someone can do nothing under a post; one statement when she can."""
    if not post.is_deleted and posts.post_or_none(post.id, viewer=by) is not None:
        return None
    return _reason(post, by)


def hold(post: Post, by: Account, *, with_root: bool = False) -> Reason | None:
    """Hold a post against other writers until the act ends; the reason if it is out of reach by now.

    A post is taken before its comments, a root before its reposts: in that order everywhere, so that no two acts
    wait for each other. Rows that only refer to the post (likes, comments) are not kept waiting.
    """
    if with_root and post.root_id is not None:
        hold_row(post.root_id)
    reachable = posts.visible_to(by).where(Post.id == post.id).with_for_update(of=Post, key_share=True)
    return None if db.session.scalar(reachable) is not None else _reason(post, by)


def hold_row(post_id: int) -> None:
    """Hold a post, whoever may see it."""
    db.session.execute(select(Post.id).where(Post.id == post_id).with_for_update(key_share=True))


def _reason(post: Post, by: Account) -> Reason | None:
    db.session.refresh(post, ["deleted_at"])
    is_blocked = relationships.blocks_between(by.id, post.author_id)
    return rules.why_not_engage(post, is_blocked=is_blocked, is_visible=False)
