"""Posts with all that hangs on them: pictures, video, cards, poll, earlier versions, what they pass on."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.database import db
from app.media.models import Image
from app.portability.queries.collecting.reading import batches, columns, plain
from app.posts import queries as posts
from app.posts.models import PinnedPost, Poll, PollOption, Post, PostVersion
from app.relationships.models import Group

_FIELDS = (
    "audience", "reposters", "commenters", "approves_comments", "is_folded", "fold_note", "is_ai_made", "label",
    "shows_chain", "depth", "version", "edited_at", "repost_count", "comment_count", "like_count",
)  # fmt: skip


def posts_of(account: Account) -> Iterator[dict[str, Any]]:
    """Everything somebody has posted that is not deleted, oldest first; what staff took down says so."""
    query = select(Post).where(Post.author_id == account.id, Post.purged_at.is_(None), Post.deleted_by != "author")
    pinned = db.session.scalar(select(PinnedPost.post_id).where(PinnedPost.account_id == account.id))
    for rows in batches(query.options(joinedload(Post.video)), Post.id):
        yield from _written(rows, account, pinned)


def files_of_picture(image: Image | None) -> str | None:
    """Where the large file of a picture lies in the export."""
    return f"media/pictures/{image.id}-large.webp" if image is not None else None


def reference(post: Post | None, authors: dict[int, Account], *, is_seen: bool) -> dict[str, Any] | None:
    """A post by its id, and by whom it is; of what she may not see nothing but that it is there."""
    if post is None:
        return None
    by = authors[post.author_id].handle if is_seen else None
    return {"id": str(post.id), "by": by, "depth": post.depth}


def _written(rows: Sequence[Post], account: Account, pinned: int | None) -> list[dict[str, Any]]:
    ids = [post.id for post in rows]
    images, cards, options = posts.images_of(ids), posts.cards_of(ids), posts.options_of(ids)
    polls = {poll.post_id: poll for poll in db.session.scalars(select(Poll).where(Poll.post_id.in_(ids)))}
    versions = _versions(ids)
    groups = {group.id: group.name for group in db.session.scalars(select(Group).where(Group.owner_id == account.id))}
    above = {identity for post in rows for identity in (post.parent_id, post.root_id) if identity}
    known = {post.id: post for post in db.session.scalars(select(Post).where(Post.id.in_(above)))}
    seen = {post.id for post in posts.posts_by_ids(sorted(above), viewer=account)}
    authors = accounts.accounts_by_ids({post.author_id for post in known.values()})
    told = []
    for post in rows:
        parent, root = known.get(post.parent_id or 0), known.get(post.root_id or 0)
        told.append({
            **columns(post, "id", "created_at", "text"), **columns(post, *_FIELDS),
            "entities": plain(post.entities), "group": groups.get(post.group_id or 0),
            "taken_down": post.deleted_by == "staff", "is_pinned": post.id == pinned,
            "parent": reference(parent, authors, is_seen=parent is not None and parent.id in seen),
            "root": reference(root, authors, is_seen=root is not None and root.id in seen),
            "pictures": [
                {"file": files_of_picture(row.image), "alt": row.alt} for row in images.get(post.id, [])
            ],
            "video": f"media/videos/{post.video_id}.mp4" if post.video_id else None,
            "cards": [
                {
                    "key": row.product.canonical_key, "price": plain(row.price_at_posting), "currency": row.currency,
                    **product_of(row.product),
                }
                for row in cards.get(post.id, [])
            ],
            "poll": _poll(polls.get(post.id), options.get(post.id, [])),
            "versions": versions.get(post.id, []),
        })  # fmt: skip
    return told


def product_of(product: Any) -> dict[str, Any]:
    """A product, as far as it is known to everyone."""
    return columns(product, "title", "url", "domain", "shop_name", "brand", "gtin", "sku")


def _poll(poll: Poll | None, options: Sequence[PollOption]) -> dict[str, Any] | None:
    if poll is None:
        return None
    return {
        **columns(poll, "most", "closes_at", "voter_count"),
        "options": [
            {
                "text": one.text, "votes": one.vote_count, "picture": files_of_picture(one.image),
                "card": one.product.canonical_key if one.product else None,
            }
            for one in options
        ],
    }  # fmt: skip


def _versions(ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    query = select(PostVersion).where(PostVersion.post_id.in_(ids)).order_by(PostVersion.post_id, PostVersion.number)
    found: dict[int, list[dict[str, Any]]] = {}
    for row in db.session.scalars(query):
        pictures = [{"file": f"media/pictures/{one['id']}-large.webp", "alt": one.get("alt", "")} for one in row.images]
        found.setdefault(row.post_id, []).append({
            **columns(row, "number", "text", "created_at"), "entities": plain(row.entities), "pictures": pictures,
        })  # fmt: skip
    return found
