"""Whether the counters of comments, likes and wants agree with the rows they count."""

from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from app.engagement.models import Comment, CommentLike, PostLike, ShelfItem
from app.kernel.recounting import Miscount, differences
from app.posts.models import Post
from app.products.models import Product


def miscounts() -> list[Miscount]:
    """Every counter of this domain that is wrong; an empty list is the only good answer."""
    reply = aliased(Comment)
    said = (Comment.deleted_at.is_(None), Comment.is_approved)
    answered = (reply.deleted_at.is_(None), reply.is_approved)
    counts: list[tuple[Any, str, Select[int]]] = [
        (Post, "comment_count", _number().where(Comment.post_id == Post.id, *said)),
        (Post, "like_count", _number().where(PostLike.post_id == Post.id)),
        (Comment, "reply_count", _number().where(reply.thread_id == Comment.id, *answered)),
        (Comment, "like_count", _number().where(CommentLike.comment_id == Comment.id)),
        (Product, "want_count", _number().where(ShelfItem.product_id == Product.id, ShelfItem.kind == "want")),
    ]
    return [
        miscount
        for model, column, count in counts
        for miscount in differences(model, column, count.correlate(model).scalar_subquery())
    ]


def _number() -> Select[int]:
    return select(func.count())
