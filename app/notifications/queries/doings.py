"""Whether what was announced still is so when the bell hears of it, and whom it concerns."""

from collections.abc import Iterator

from sqlalchemy import or_, select

from app.engagement.models import CommentLike, PostLike
from app.kernel.database import db
from app.notifications.models import Notice
from app.posts.models import Post, PostMention


def mentioned_in(post_id: int) -> list[int]:
    """Ids of the accounts that a post names."""
    return list(db.session.scalars(select(PostMention.account_id).where(PostMention.post_id == post_id)))


def likes_post(account_id: int, post_id: int) -> bool:
    """Whether an account likes a post."""
    mine = select(PostLike.id).where(PostLike.account_id == account_id, PostLike.post_id == post_id)
    return bool(db.session.scalar(select(mine.exists())))


def likes_comment(account_id: int, comment_id: int) -> bool:
    """Whether an account likes a comment."""
    mine = select(CommentLike.comment_id).where(
        CommentLike.account_id == account_id, CommentLike.comment_id == comment_id
    )
    return bool(db.session.scalar(select(mine.exists())))


def passed_on_by(post: Post) -> list[Post]:
    """The parent and the root of a repost; nothing for an original."""
    above = {post.parent_id, post.root_id} - {None}
    return list(db.session.scalars(select(Post).where(Post.id.in_(above)).order_by(Post.id)))


def still_passes_on(post: Post, *, by: int) -> bool:
    """Whether an account has a living repost of a post."""
    reposts = or_(Post.parent_id == post.id, Post.root_id == post.id)
    mine = select(Post.id).where(Post.author_id == by, Post.deleted_at.is_(None), reposts)
    return bool(db.session.scalar(select(mine.exists())))


def told_about(post_id: int, *, size: int = 500) -> Iterator[list[int]]:
    """Ids of the accounts that have something unread about a post, in batches."""
    told = select(Notice.account_id).where(Notice.post_id == post_id, Notice.group_key.is_not(None)).distinct()
    last = 0
    while found := list(
        db.session.scalars(told.where(Notice.account_id > last).order_by(Notice.account_id).limit(size))
    ):
        yield found
        if len(found) < size:
            return
        last = found[-1]
