"""Everything that a page of posts shows: in three statements, and a fourth where there are polls."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, false, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.kernel.database import db
from app.posts import queries
from app.posts.models import PinnedPost, Post, PostImage, PostProduct
from app.posts.presenters.polls import PollView, poll_views
from app.posts.rules import Standing
from app.products.models import Link
from app.relationships.models import Follow


@dataclass
class Batch:
    """The posts of a page with their roots and chains, what the viewer may see of them, and what hangs on them.

    `followed` are authors whom the viewer follows, `fans` those who follow her.
    """

    viewer: Account | None
    full: bool
    posts: dict[int, Post]
    visible: set[int]
    images: dict[int, list[PostImage]]
    cards: dict[int, list[PostProduct]]
    polls: dict[int, PollView]
    pinned: set[int]
    followed: set[int]
    fans: set[int]
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

    def chain_of(self, post: Post) -> list[tuple[Post, bool]]:
        """The posts between a repost and its root, nearest first, each with whether the viewer may see its words."""
        return [(link, link.id in self.visible) for link in queries.chain_above(post, self.posts)]

    def standing_of(self, post: Post, viewer: Account) -> Standing:
        """The post towards the viewer; of those whom she sees nobody has blocked her."""
        return Standing(
            post,
            is_visible=post.id in self.visible,
            is_own=post.author_id == viewer.id,
            follows=post.author_id in self.followed,
            is_followed=post.author_id in self.fans,
        )


def gathered(posts: Sequence[Post], *, viewer: Account | None, full: bool, proven: Collection[Post]) -> Batch:
    """One statement for posts, chains and people, one for pictures, one for cards, and one for polls if there are."""
    shown = {identity for post in posts for identity in (post.id, post.tree_id)}
    known = {post.id: post for post in proven}
    has_chains = any(queries.has_chain(post) for post in posts)
    wanted = shown if has_chains else shown - set(known)
    rows = _with_people(wanted, viewer, with_chains=has_chains) if wanted else []
    found = known | {row.Post.id: row.Post for row in rows}
    visible = set(known) | {row.Post.id for row in rows if row.is_visible}
    in_sight = [post for post in found.values() if post.id in shown & visible]
    originals = [post.id for post in in_sight if not post.is_repost]
    return Batch(
        viewer=viewer,
        full=full,
        posts=found,
        visible=visible,
        images=queries.images_of(originals),
        cards=queries.cards_of(originals),
        polls=poll_views([post.id for post in in_sight if post.has_poll], viewer),
        pinned={row.Post.id for row in rows if row.is_pinned},
        followed={row.Post.author_id for row in rows if row.follows},
        fans={row.Post.author_id for row in rows if row.is_followed},
    )


def _with_people(ids: set[int], viewer: Account | None, *, with_chains: bool) -> Sequence[Row[Any]]:
    """The posts, and how each stands to the viewer; where there are chains, those in them as well."""
    query = (
        select(
            Post,
            queries.is_visible_expression(viewer).label("is_visible"),
            exists().where(PinnedPost.post_id == Post.id).label("is_pinned"),
            *_edges(viewer),
        )
        .where(Post.id.in_(queries.with_chains(ids) if with_chains else ids))
        .options(
            joinedload(Post.author),
            joinedload(Post.link).joinedload(Link.image),
            joinedload(Post.video),
            joinedload(Post.group),
        )
    )
    return db.session.execute(query).all()


def _edges(viewer: Account | None) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Whether the viewer follows the author, and the author the viewer."""
    if viewer is None:
        return false().label("follows"), false().label("is_followed")
    out = exists().where(Follow.follower_id == viewer.id, Follow.followee_id == Post.author_id)
    back = exists().where(Follow.follower_id == Post.author_id, Follow.followee_id == viewer.id)
    return out.label("follows"), back.label("is_followed")
