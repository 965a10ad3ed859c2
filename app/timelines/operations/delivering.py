"""Placing posts in home feeds."""

from collections.abc import Sequence

from sqlalchemy import delete, literal, select

from app.kernel.database import db
from app.kernel.transactions import operation
from app.kernel.upserts import insert_missing, insert_missing_from
from app.posts.models import Post
from app.timelines.models import HomeEntry

RECENT = 50


@operation
def deliver(post_id: int, author_id: int, *, to: Sequence[int]) -> int:
    """Give the post a place in the home feeds of `to`, once however often this is called; returns how many were new."""
    rows = [{"account_id": account_id, "post_id": post_id, "author_id": author_id} for account_id in to]
    return insert_missing(HomeEntry, rows)


@operation
def bring_in(author_id: int, *, to: int) -> int:
    """Place an author's RECENT newest posts in the feed of someone who has begun to follow."""
    recent = (
        select(literal(to), Post.id, Post.author_id)
        .where(Post.author_id == author_id, Post.deleted_at.is_(None), Post.audience != "self")
        .order_by(Post.id.desc())
        .limit(RECENT)
    )
    return insert_missing_from(HomeEntry, ["account_id", "post_id", "author_id"], recent)


@operation
def clear_out(author_id: int, *, of: int) -> None:
    """Take an author's posts out of the feed of someone who no longer follows."""
    db.session.execute(delete(HomeEntry).where(HomeEntry.account_id == of, HomeEntry.author_id == author_id))


@operation
def withdraw(post_id: int, *, of: Sequence[int]) -> None:
    """Take a deleted post out of home feeds."""
    db.session.execute(delete(HomeEntry).where(HomeEntry.post_id == post_id, HomeEntry.account_id.in_(of)))
