"""The `//@name:` chain between a repost and its root, for a whole page in one statement."""

from collections.abc import Iterable

from sqlalchemy import Integer, literal, select
from sqlalchemy.orm import aliased, joinedload

from app.kernel.database import db
from app.posts.models import Post

LONGEST = 100


def chains_of(posts: Iterable[Post]) -> dict[int, list[Post]]:
    """For each repost those between it and the root, nearest first, authors loaded; only posts that have a chain.

    It ends where someone chose not to carry the chain on (`shows_chain`), as the chain is what people pass along.
    """
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
        select(chain.c.post_id, Post)
        .join(Post, Post.id == chain.c.above_id)
        .order_by(chain.c.post_id, chain.c.place)
        .options(joinedload(Post.author))
    )
    chains: dict[int, list[Post]] = {}
    for post_id, link in db.session.execute(query):
        chains.setdefault(post_id, []).append(link)
    return chains
