"""Deleting a post: hidden at once, brought back within seconds, then wiped but for its place in the tree."""

from datetime import datetime

from sqlalchemy import delete as delete_rows
from sqlalchemy import select

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.media import operations as media
from app.posts import events, queries, rules
from app.posts.models import (
    Ballot,
    PinnedPost,
    Poll,
    PollOption,
    Post,
    PostImage,
    PostMention,
    PostTopic,
    PostVersion,
    Topic,
    Vote,
)
from app.posts.operations import counting
from app.posts.operations.hanging import GUARD
from app.products.models import Product

WIPED = (PostMention, PostTopic, PostImage, PostVersion, PinnedPost, Vote, Ballot, PollOption, Poll)
"""What goes with the words, rows before those they point to; `post_products` stay, as reposts are found by them."""


class NotDeletable(Refusal):
    """Whose post it is not cannot take it down."""

    status = 403


class NotRestorable(Refusal):
    """The post stays deleted."""


@operation
def delete(post: Post, *, by: Account, now: datetime) -> None:
    """Hide the post from everyone; every counter counts one less. Its words stay until `purge`.

    Counters count what is alive, so parent and root lose this repost; reposts below it stay in the tree and stay
    counted for the root. Deleting twice changes nothing. Raises NotDeletable.
    """
    if reason := rules.why_not_delete(post, by):
        raise NotDeletable(reason)
    _hold(post)
    if post.is_deleted:
        return
    _hide(post, "author", now)


@operation
def restore(post: Post, *, by: Account, now: datetime) -> None:
    """Bring a deleted post back exactly as it was, a few seconds after `by` has deleted it.

    One's own post that is there is left alone. Raises NotRestorable.
    """
    _hold(post)
    if not post.is_deleted and post.author_id == by.id:
        return
    if reason := rules.why_not_restore(post, by, now=now):
        raise NotRestorable(reason)
    _show(post)


@operation
def take_down(post: Post, *, by: Account, now: datetime) -> bool:
    """Hide the post from everyone, by a decision of staff; whether it was there. Its words stay until appeals are over.

    Who may decide so, and what else follows from it, moderation says.
    """
    _hold(post)
    if post.is_deleted:
        return False
    _hide(post, "staff", now)
    return True


@operation
def put_back(post: Post, *, by: Account | None, now: datetime) -> bool:
    """Show a post again that staff took down, just as it was; False once it is wiped."""
    _hold(post)
    if post.deleted_by != "staff" or post.purged_at is not None:
        return False
    _show(post)
    return True


@operation
def purge(post_id: int, now: datetime, *, at_once: bool = False) -> bool:
    """Wipe a deleted post: words, names, topics, link, pictures, video, poll, earlier versions; once.

    False while it may still be brought back, unless it goes `at_once`.
    """
    post = db.session.get(Post, post_id)
    if post is None:
        return True
    _hold(post)
    if not post.is_deleted or post.purged_at:
        return True
    if not at_once and not rules.may_be_purged(post, now=now):
        return False
    for model in WIPED:
        db.session.execute(delete_rows(model).where(model.post_id == post_id))
    post.text, post.entities, post.fold_note = "", [], ""
    post.link_id = post.video_id = None
    post.has_poll = False
    post.purged_at = now
    announce(events.PostPurged(post_id))
    return True


@operation
def clear_away_files(post_id: int) -> None:
    """Remove the pictures and the video of a wiped post; done twice it finds nothing left to do."""
    post = db.session.get(Post, post_id)
    if post is not None and post.purged_at:
        media.remove_attached(GUARD, post_id)


def _hide(post: Post, by: str, now: datetime) -> None:
    post.deleted_at, post.deleted_by = now, by
    db.session.flush()
    _count(post, -1)
    announce(events.PostDeleted(post.id, post.tree_id, post.author_id))


def _show(post: Post) -> None:
    post.deleted_at, post.deleted_by = None, ""
    db.session.flush()
    _count(post, 1)
    announce(events.PostRestored(post.id, post.tree_id, post.author_id))


def _hold(post: Post) -> None:
    """Take the tree's rows in the order of their ids, as reposting does."""
    ids = {post.id} | _above(post)
    query = select(Post).where(Post.id.in_(ids)).order_by(Post.id)
    db.session.scalars(query.with_for_update(key_share=True).execution_options(populate_existing=True)).all()


def _above(post: Post) -> set[int]:
    return {identity for identity in (post.parent_id, post.root_id) if identity}


def _count(post: Post, by: int) -> None:
    """One more or one less, wherever the post is counted while it lives."""
    counting.count(Post, "repost_count", _above(post), by)
    if post.text or not post.is_repost:  # a repost without words was never counted for the product
        counting.count(Product, "post_count", queries.product_ids_of(post.tree_id), by)
    counting.count(Topic, "post_count", select(PostTopic.topic_id).where(PostTopic.post_id == post.id), by)
    counting.count(Account, "post_count", [post.author_id], by)
