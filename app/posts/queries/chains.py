"""The `//@name:` chain between a repost and its root, nearest first.

It ends where someone chose not to carry the chain on (`shows_chain`), as the chain is what people pass along.
"""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Integer, Select, literal, select
from sqlalchemy.orm import aliased, joinedload

from app.kernel.database import db
from app.posts.models import Post

LONGEST = 100


def chains_of(posts: Iterable[Post]) -> dict[int, list[Post]]:
    """For each repost those between it and the root, authors loaded, in one statement; only posts that have a chain."""
    starts = [post for post in posts if has_chain(post)]
    if not starts:
        return {}
    query = select(Post).where(Post.id.in_(with_chains([post.id for post in starts])))
    found = {post.id: post for post in db.session.scalars(query.options(joinedload(Post.author)))}
    return {post.id: chain_above(post, found) for post in starts}


def with_chains(ids: Collection[int]) -> Select[int]:
    """Ids of these posts and of all in the chains above them."""
    start = select(Post.id, Post.parent_id, Post.depth, Post.shows_chain, literal(0, Integer).label("place"))
    chain = start.where(Post.id.in_(ids)).cte("chain", recursive=True)
    above = aliased(Post)
    chain = chain.union_all(
        select(above.id, above.parent_id, above.depth, above.shows_chain, chain.c.place + 1)
        .join(chain, above.id == chain.c.parent_id)
        .where(chain.c.depth > 1, chain.c.shows_chain, chain.c.place < LONGEST)
    )
    return select(chain.c.id)


def chain_above(post: Post, posts: Mapping[int, Post]) -> list[Post]:
    """The chain of one post out of what `with_chains` has found."""
    chain: list[Post] = []
    while has_chain(post) and post.parent_id is not None and len(chain) < LONGEST:
        post = posts[post.parent_id]
        chain.append(post)
    return chain


def has_chain(post: Post) -> bool:
    """Whether somebody stands between the post and its root, and is shown."""
    return post.depth > 1 and post.shows_chain
