"""Who likes a post, and what an account keeps."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.engagement.models import Favourite, PostLike
from app.kernel.database import db
from app.kernel.pagination import Page, newest_first
from app.posts import queries as posts
from app.posts.models import Post
from app.relationships import queries as relationships


def likers_of(post: Post, *, viewer: Account | None, before: int | None) -> Page[PostLike]:
    """A page of those who like a post, newest first, `account` loaded."""
    query = select(PostLike).where(PostLike.post_id == post.id).options(joinedload(PostLike.account, innerjoin=True))
    unseen = relationships.unseen_by(viewer.id if viewer is not None else None)
    return newest_first(query.where(PostLike.account_id.not_in(unseen)), PostLike.id, before=before)


def favourites_of(account: Account, *, before: int | None) -> Page[Favourite]:
    """A page of what an account keeps, in the order of keeping, newest first; its posts may be gone by now."""
    return newest_first(select(Favourite).where(Favourite.account_id == account.id), Favourite.id, before=before)


def posts_kept(favourites: Sequence[Favourite], *, viewer: Account) -> list[Post]:
    """The posts of these favourites: those that the viewer may see, and the tombstones of deleted ones."""
    wanted = [favourite.post_id for favourite in favourites]
    found = {post.id: post for post in posts.posts_by_ids(wanted, viewer=viewer)}
    missing = [post_id for post_id in wanted if post_id not in found]
    if missing:
        gone = select(Post).where(Post.id.in_(missing), Post.deleted_at.is_not(None))
        found |= {post.id: post for post in db.session.scalars(gone.options(joinedload(Post.author)))}
    return [found[post_id] for post_id in wanted if post_id in found]
