"""What an account has done with posts, comments and products: all of it in one statement per page."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import CompoundSelect, literal, select, union_all

from app.accounts.models import Account
from app.engagement.models import CommentLike, Favourite, PostLike, ShelfItem
from app.kernel.database import db
from app.posts.models import Post


@dataclass(frozen=True, slots=True)
class Done:
    """Ids of the posts and products of a page that the viewer has dealt with."""

    liked: set[int] = field(default_factory=set)
    favourited: set[int] = field(default_factory=set)
    reposted: set[int] = field(default_factory=set)
    wanted: set[int] = field(default_factory=set)


def what_is_done(by: Account | None, *, post_ids: Collection[int], product_ids: Collection[int]) -> Done:
    """What `by` has done with these posts and products."""
    done = Done()
    if by is None or not (post_ids or product_ids):
        return done
    mine = (Post.author_id == by.id, Post.deleted_at.is_(None))
    query: CompoundSelect[Any] = union_all(
        select(literal("liked"), PostLike.post_id).where(PostLike.account_id == by.id, PostLike.post_id.in_(post_ids)),
        select(literal("favourited"), Favourite.post_id).where(
            Favourite.account_id == by.id, Favourite.post_id.in_(post_ids)
        ),
        select(literal("reposted"), Post.parent_id).where(*mine, Post.parent_id.in_(post_ids)),
        select(literal("reposted"), Post.root_id).where(*mine, Post.root_id.in_(post_ids)),
        select(literal("wanted"), ShelfItem.product_id).where(
            ShelfItem.account_id == by.id, ShelfItem.kind == "want", ShelfItem.product_id.in_(product_ids)
        ),
    )
    for what, identity in db.session.execute(query):
        getattr(done, what).add(identity)
    return done


def likers_among(account_ids: Collection[int], comment_ids: Collection[int]) -> dict[int, set[int]]:
    """Comment id -> which of these accounts like it."""
    found: dict[int, set[int]] = {}
    if not account_ids or not comment_ids:
        return found
    query = select(CommentLike.comment_id, CommentLike.account_id).where(
        CommentLike.comment_id.in_(comment_ids), CommentLike.account_id.in_(account_ids)
    )
    for comment_id, account_id in db.session.execute(query):
        found.setdefault(comment_id, set()).add(account_id)
    return found
