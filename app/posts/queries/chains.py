"""The `//@name:` chain between a repost and its root, for a whole page in one statement."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Integer, literal, select
from sqlalchemy.orm import aliased, joinedload

from app.accounts.models import Account
from app.kernel.database import db
from app.posts.models import Post
from app.posts.queries.visibility import is_visible_expression

LONGEST = 100


def chains_of(posts: Iterable[Post]) -> dict[int, list[Post]]:
    """For each repost those between it and the root, nearest first, authors loaded; only posts that have a chain.

    It ends where someone chose not to carry the chain on (`shows_chain`), as the chain is what people pass along.
    """
    chains = _chains(posts, literal(True))
    return {post_id: [link for link, _ in chain] for post_id, chain in chains.items()}


def chains_seen_by(viewer: Account | None, posts: Iterable[Post]) -> dict[int, list[tuple[Post, bool]]]:
    """The same chains, each post with whether the viewer may see its words."""
    return _chains(posts, is_visible_expression(viewer))


def _chains(posts: Iterable[Post], is_visible: ColumnElement[bool]) -> dict[int, list[tuple[Post, bool]]]:
    ids = [post.id for post in posts if post.depth > 1 and post.shows_chain]
    if not ids:
        return {}
    start = select(Post.id.label("post_id"), Post.parent_id.label("above_id"), literal(1, Integer).label("place"))
    chain = start.where(Post.id.in_(ids)).cte("chain", recursive=True)
    above = aliased(Post)
    chain = chain.union_all(
        select(chain.c.post_id, above.parent_id, chain.c.place + 1)
        .join(above, above.id == chain.c.above_id)
        .where(above.depth > 1, above.shows_chain, chain.c.place < LONGEST)
    )
    query = (
        select(chain.c.post_id, Post, is_visible)
        .join(Post, Post.id == chain.c.above_id)
        .order_by(chain.c.post_id, chain.c.place)
        .options(joinedload(Post.author))
    )
    chains: dict[int, list[tuple[Post, bool]]] = {}
    for post_id, link, seen in db.session.execute(query):
        chains.setdefault(post_id, []).append((link, bool(seen)))
    return chains
