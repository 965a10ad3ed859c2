"""Everything that a page of posts shows, fetched in at most four statements whatever is in them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.kernel.database import db
from app.posts import queries
from app.posts.models import Post, PostImage, PostProduct
from app.products.models import Link


@dataclass
class Batch:
    """The posts of a page with their roots and chains, what the viewer may see of them, and what hangs on them."""

    viewer: Account | None
    full: bool
    posts: dict[int, Post]
    visible: set[int]
    chains: dict[int, list[tuple[Post, bool]]]
    images: dict[int, list[PostImage]]
    cards: dict[int, list[PostProduct]]
    people: dict[int, AccountView] = field(default_factory=dict)

    def author_of(self, post: Post) -> AccountView:
        """The author's view, made once a page."""
        view = self.people.get(post.author_id)
        if view is None:
            view = self.people[post.author_id] = account_view(post.author)
        return view

    def root_of(self, post: Post) -> Post | None:
        """The root of a repost."""
        return self.posts[post.root_id] if post.root_id is not None else None


def gathered(posts: Sequence[Post], *, viewer: Account | None, full: bool, proven: Collection[Post]) -> Batch:
    """One statement for the chains, one for posts and authors, one for pictures, one for cards."""
    chains = queries.chains_seen_by(viewer, posts)
    shown = {identity for post in posts for identity in (post.id, post.tree_id)}
    found = {post.id: post for post in proven}
    visible = set(found)
    if missing := shown - visible:
        more, seen = _with_people(missing, viewer)
        found, visible = found | more, visible | seen
    originals = [post.id for post in found.values() if post.id in shown & visible and not post.is_repost]
    return Batch(
        viewer=viewer,
        full=full,
        posts=found,
        visible=visible,
        chains=chains,
        images=queries.images_of(originals),
        cards=queries.cards_of(originals),
    )


def _with_people(ids: set[int], viewer: Account | None) -> tuple[dict[int, Post], set[int]]:
    query = (
        select(Post, queries.is_visible_expression(viewer))
        .where(Post.id.in_(ids))
        .options(joinedload(Post.author), joinedload(Post.link).joinedload(Link.image))
    )
    rows = db.session.execute(query).all()
    return {post.id: post for post, _ in rows}, {post.id for post, is_visible in rows if is_visible}
