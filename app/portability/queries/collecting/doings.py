"""Comments, likes, what is kept and wanted, votes, and messages as far as the person can read them."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.engagement.models import Comment, CommentLike, Favourite, PostLike, ShelfItem
from app.kernel.database import db
from app.messages.models import Message, Participant
from app.portability.queries.collecting.posts import files_of_picture, product_of
from app.portability.queries.collecting.reading import batches, columns, plain
from app.posts import queries as posts
from app.posts.models import Post, Vote


def comments_of(account: Account) -> Iterator[dict[str, Any]]:
    """What somebody has said under posts and is still there."""
    query = select(Comment).where(Comment.author_id == account.id, Comment.deleted_at.is_(None))
    loaded = query.options(joinedload(Comment.image), joinedload(Comment.reply_to))
    for rows in batches(loaded, Comment.id):
        where = _seen({row.post_id for row in rows}, account)
        for row in rows:
            yield {
                **columns(row, "id", "created_at", "text", "is_approved"), "entities": plain(row.entities),
                "post": where[row.post_id], "reply_to": plain(row.reply_to_id), "thread": plain(row.thread_id),
                "picture": files_of_picture(row.image),
            }  # fmt: skip


def likes_of(account: Account) -> Iterator[dict[str, Any]]:
    """Which posts and comments somebody likes."""
    for rows in batches(select(PostLike).where(PostLike.account_id == account.id), PostLike.id):
        where = _seen({row.post_id for row in rows}, account)
        for row in rows:
            yield {"post": where[row.post_id], **columns(row, "created_at")}
    for rows in batches(select(CommentLike).where(CommentLike.account_id == account.id), CommentLike.comment_id):
        for row in rows:
            yield {"comment": str(row.comment_id), **columns(row, "created_at")}


def favourites_of(account: Account) -> Iterator[dict[str, Any]]:
    """What somebody keeps."""
    for rows in batches(select(Favourite).where(Favourite.account_id == account.id), Favourite.id):
        where = _seen({row.post_id for row in rows}, account)
        for row in rows:
            yield {"post": where[row.post_id], **columns(row, "created_at")}


def shelves_of(account: Account) -> Iterator[dict[str, Any]]:
    """Which products somebody wants."""
    query = select(ShelfItem).where(ShelfItem.account_id == account.id).options(joinedload(ShelfItem.product))
    for rows in batches(query, ShelfItem.id):
        for row in rows:
            yield {**columns(row, "kind", "created_at"), "key": row.product.canonical_key, **product_of(row.product)}


def votes_of(account: Account) -> Iterator[dict[str, Any]]:
    """What somebody has chosen in polls."""
    chosen: dict[int, list[int]] = {}
    query = select(Vote.post_id, Vote.position).where(Vote.account_id == account.id)
    for post_id, position in db.session.execute(query.order_by(Vote.post_id, Vote.position)):
        chosen.setdefault(post_id, []).append(position)
    for post_id, positions in chosen.items():
        yield {"post": {"id": str(post_id)}, "options": positions}


def messages_of(account: Account) -> Iterator[dict[str, Any]]:
    """Conversations as she can read them: both sides' words; of pictures her own, of posts just which."""
    query = select(Participant).where(Participant.account_id == account.id).options(joinedload(Participant.other))
    for own in db.session.scalars(query.order_by(Participant.conversation_id)).all():
        said = list(_messages(own, account))
        if said:
            yield {"with": own.other.handle if own.other.state != "closed" else None, "messages": said}


def _messages(own: Participant, account: Account) -> Iterator[dict[str, Any]]:
    there = (Message.taken_back_at.is_(None), Message.taken_down_at.is_(None), Message.id > own.cleared_id)
    query = select(Message).where(Message.conversation_id == own.conversation_id, *there)
    for rows in batches(query.options(joinedload(Message.image)), Message.id):
        for row in rows:
            is_own = row.author_id == account.id
            yield {
                **columns(row, "created_at", "text"), "by_me": is_own, "has_picture": row.image_id is not None,
                "picture": files_of_picture(row.image) if is_own else None, "post": plain(row.post_id),
            }  # fmt: skip


def _seen(post_ids: set[int], account: Account) -> dict[int, dict[str, Any]]:
    """Posts by id and, as far as she may see them, by whom they are."""
    seen: dict[int, Post] = {post.id: post for post in posts.posts_by_ids(sorted(post_ids), viewer=account)}
    return {one: {"id": str(one), "by": seen[one].author.handle if one in seen else None} for one in post_ids}
