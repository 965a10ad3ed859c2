"""Letting go of all that somebody has said under posts, liked, kept and wanted who has closed her account."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.engagement.models import Comment, CommentLike, Favourite, PostLike, ShelfItem
from app.engagement.operations import removing
from app.engagement.operations.keeping import WANT
from app.kernel.database import db
from app.kernel.transactions import operation
from app.posts.models import Post
from app.posts.operations import counting
from app.products.models import Product

AT_ONCE = 100


@operation
def forget(account_id: int, *, now: datetime) -> bool:
    """Let go of some of it, counters exact; whether there may be more. Again it finds nothing.

    Comments leave tombstones where somebody has answered, as deleted ones do.
    """
    return (
        _wipe_comments(account_id, now)
        or _unlike(account_id)
        or _unlike_comments(account_id)
        or _unwant(account_id)
        or _unkeep(account_id)
    )


def _wipe_comments(account_id: int, now: datetime) -> bool:
    says = or_(Comment.deleted_at.is_(None), Comment.text != "", Comment.image_id.is_not(None))
    query = select(Comment).where(Comment.author_id == account_id, says).options(joinedload(Comment.image))
    comments = db.session.scalars(query.order_by(Comment.post_id, Comment.id).limit(AT_ONCE)).all()
    author = db.session.get_one(Account, account_id)
    for comment in comments:
        removing.delete_comment(comment, by=author, now=now)
        comment.text, comment.entities = "", []  # of what staff took down the words were kept for an appeal
    removing.clear_away_pictures(comments)
    return bool(comments)


def _unlike(account_id: int) -> bool:
    some = select(PostLike.id).where(PostLike.account_id == account_id).limit(AT_ONCE)
    return _fewer(Post, "like_count", _gone(PostLike, PostLike.id.in_(some), PostLike.post_id))


def _unlike_comments(account_id: int) -> bool:
    mine = CommentLike.account_id == account_id
    some = select(CommentLike.comment_id).where(mine).limit(AT_ONCE)
    return _fewer(
        Comment, "like_count", _gone(CommentLike, mine & CommentLike.comment_id.in_(some), CommentLike.comment_id)
    )


def _unwant(account_id: int) -> bool:
    """One kind on the shelf is counted by the product."""
    wanted = select(ShelfItem.id).where(ShelfItem.account_id == account_id, ShelfItem.kind == WANT).limit(AT_ONCE)
    if _fewer(Product, "want_count", _gone(ShelfItem, ShelfItem.id.in_(wanted), ShelfItem.product_id)):
        return True
    db.session.execute(delete(ShelfItem).where(ShelfItem.account_id == account_id))
    return False


def _unkeep(account_id: int) -> bool:
    some = select(Favourite.id).where(Favourite.account_id == account_id).limit(AT_ONCE)
    return bool(_gone(Favourite, Favourite.id.in_(some), Favourite.id))


def _gone(model: Any, which: Any, answering: Any) -> list[int]:
    statement = delete(model).where(which).returning(answering).execution_options(synchronize_session=False)
    return list(db.session.scalars(statement))


def _fewer(model: Any, column: str, ids: Iterable[int]) -> bool:
    counts = Counter(ids)
    for times in sorted(set(counts.values())):
        counting.count(model, column, [one for one in counts if counts[one] == times], -times)
    return bool(counts)
