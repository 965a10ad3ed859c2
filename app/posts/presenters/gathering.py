"""Everything that a page of posts shows: in four statements, and one more where an author restricts who may answer.

Polls, where there are any, cost up to three.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.kernel.database import db
from app.posts import queries
from app.posts.models import PinnedPost, Post, PostImage, PostProduct
from app.posts.presenters.polls import PollView, poll_views
from app.posts.rules import Standing
from app.products.models import Link
from app.relationships import queries as relationships

SOME = ("fans", "mutuals", "followed")
"""Choices of who may answer for which one must know what stands between two people."""


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
    polls: dict[int, PollView]
    pinned: set[int]
    edges: dict[int, set[str]]
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

    def standing_of(self, post: Post, viewer: Account) -> Standing:
        """The post towards the viewer; of whom she sees nobody has blocked her."""
        edges = self.edges.get(post.author_id, ())
        return Standing(
            post,
            is_visible=post.id in self.visible,
            is_own=post.author_id == viewer.id,
            follows="follows" in edges,
            is_followed="followed_by" in edges,
        )


def gathered(posts: Sequence[Post], *, viewer: Account | None, full: bool, proven: Collection[Post]) -> Batch:
    """One statement for the chains, one for posts and authors, one for pictures, one for cards, and what is rare."""
    chains = queries.chains_seen_by(viewer, posts)
    shown = {identity for post in posts for identity in (post.id, post.tree_id)}
    found = {post.id: post for post in proven}
    visible, pinned = set(found), set[int]()
    if missing := shown - visible:
        more, seen, pinned = _with_people(missing, viewer)
        found, visible = found | more, visible | seen
    in_sight = [post for post in found.values() if post.id in shown & visible]
    originals = [post.id for post in in_sight if not post.is_repost]
    return Batch(
        viewer=viewer,
        full=full,
        posts=found,
        visible=visible,
        chains=chains,
        images=queries.images_of(originals),
        cards=queries.cards_of(originals),
        polls=poll_views([post.id for post in in_sight if post.has_poll], viewer),
        pinned=pinned,
        edges=_edges(in_sight, viewer),
    )


def _with_people(ids: set[int], viewer: Account | None) -> tuple[dict[int, Post], set[int], set[int]]:
    """The posts, those of them that the viewer may see, and those that stand first on their author's page."""
    query = (
        select(Post, queries.is_visible_expression(viewer), exists().where(PinnedPost.post_id == Post.id))
        .where(Post.id.in_(ids))
        .options(
            joinedload(Post.author),
            joinedload(Post.link).joinedload(Link.image),
            joinedload(Post.video),
            joinedload(Post.group),
        )
    )
    rows = db.session.execute(query).all()
    return (
        {post.id: post for post, *_ in rows},
        {post.id for post, is_visible, _ in rows if is_visible},
        {post.id for post, _, is_pinned in rows if is_pinned},
    )


def _edges(posts: Sequence[Post], viewer: Account | None) -> dict[int, set[str]]:
    """What stands between the viewer and the authors who let only some people answer."""
    if viewer is None:
        return {}
    choosy = {post.author_id for post in posts if post.reposters in SOME or post.commenters in SOME}
    return relationships.edges_between(viewer.id, choosy - {viewer.id})
