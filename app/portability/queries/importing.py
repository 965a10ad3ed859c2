"""What an import looks for among what is there already."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from app.kernel.database import db
from app.portability.models import AwaitedRelation
from app.posts.models import Post

_AT_ONCE = 500


def posts_with_keys(keys: Collection[str]) -> dict[str, Post]:
    """Posts that imports have made, or hold a place for, by their keys; goes through all posts, however many keys."""
    wanted, found = sorted(keys), dict[str, Post]()
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(Post).where(Post.client_key.in_(wanted[start : start + _AT_ONCE]))
        found |= {post.client_key: post for post in db.session.scalars(query) if post.client_key}
    return found


def awaited_by(handle_key: str) -> Sequence[AwaitedRelation]:
    """Relations that wait for somebody with this handle."""
    query = select(AwaitedRelation).where(AwaitedRelation.handle_key == handle_key)
    return db.session.scalars(query.order_by(AwaitedRelation.account_id, AwaitedRelation.kind)).all()
