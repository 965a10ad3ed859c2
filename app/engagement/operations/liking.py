"""Liking posts and comments. A unique row says who; only who really adds or removes it moves the counter."""

from datetime import datetime
from typing import Any

from sqlalchemy import Delete, delete

from app.accounts.models import Account
from app.engagement import events, rules
from app.engagement.models import Comment, CommentLike, PostLike
from app.engagement.operations.reaching import NotReachable, why_out_of_reach
from app.kernel import ids
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import bump, operation
from app.kernel.upserts import insert_missing
from app.posts.models import Post
from app.relationships import queries as relationships


@operation
def like(post: Post, *, by: Account, now: datetime) -> None:
    """Like a post; again changes nothing."""
    if reason := why_out_of_reach(post, by):
        raise NotReachable(reason)
    if insert_missing(PostLike, [{"id": ids.new_id(now), "post_id": post.id, "account_id": by.id, "created_at": now}]):
        bump(post, "like_count")
        announce(events.PostLiked(post.id, by.id))


@operation
def unlike(post: Post, *, by: Account) -> None:
    """Take a like back; again changes nothing."""
    if removed(delete(PostLike).where(PostLike.post_id == post.id, PostLike.account_id == by.id)):
        bump(post, "like_count", -1)
        announce(events.PostUnliked(post.id, by.id))


@operation
def like_comment(comment: Comment, *, by: Account, now: datetime) -> None:
    """Like a comment; again changes nothing."""
    post = db.session.get_one(Post, comment.post_id)
    if reason := why_out_of_reach(post, by):
        raise NotReachable(reason)
    is_blocked = relationships.blocks_between(by.id, comment.author_id)
    if reason := rules.why_not_like_comment(comment, post=post, by=by, is_blocked=is_blocked):
        raise NotReachable(reason)
    if insert_missing(CommentLike, [{"comment_id": comment.id, "account_id": by.id, "created_at": now}]):
        bump(comment, "like_count")
        announce(events.CommentLiked(comment.id, by.id))


@operation
def unlike_comment(comment: Comment, *, by: Account) -> None:
    """Take the like of a comment back; again changes nothing."""
    if removed(delete(CommentLike).where(CommentLike.comment_id == comment.id, CommentLike.account_id == by.id)):
        bump(comment, "like_count", -1)
        announce(events.CommentUnliked(comment.id, by.id))


def removed(statement: Delete) -> bool:
    """Whether the row was there to be removed."""
    result: Any = db.session.execute(statement.execution_options(synchronize_session=False))
    return bool(result.rowcount)
