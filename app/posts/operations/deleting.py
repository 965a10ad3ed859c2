"""Taking a post down: a tombstone keeps its place in the tree, everything it said is gone."""

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
from app.posts.models import Post, PostImage, PostMention, PostTopic, Topic
from app.posts.operations import counting
from app.products.models import Product


class NotDeletable(Refusal):
    """Whose post it is not cannot take it down."""

    status = 403


@operation
def delete(post: Post, *, by: Account, now: datetime) -> None:
    """Leave a tombstone: words, names, topics, link and pictures go, and every counter counts one less.

    Counters count what is alive, so parent and root lose this repost; reposts below it stay in the tree and stay
    counted for the root. `post_products` stay: the product's page still finds the reposts through them.
    Deleting twice changes nothing. Raises NotDeletable.
    """
    if reason := rules.why_not_delete(post, by):
        raise NotDeletable(reason)
    above = {identity for identity in (post.parent_id, post.root_id) if identity}
    _lock(post, above)
    if post.is_deleted:
        return
    if post.text or not post.is_repost:  # a repost without words was never counted for the product
        counting.count(Product, "post_count", queries.product_ids_of(post.tree_id), -1)
    _forget_words(post)
    post.deleted_at, post.deleted_by = now, "author" if post.author_id == by.id else "staff"
    db.session.flush()
    counting.count(Post, "repost_count", above, -1)
    counting.count(Account, "post_count", [post.author_id], -1)
    announce(events.PostDeleted(post.id, post.tree_id, post.author_id))


@operation
def clear_away_pictures(post_id: int) -> None:
    """Remove the pictures of a deleted post, files first: done twice it finds nothing left to do."""
    post = db.session.get(Post, post_id)
    if post is None or not post.is_deleted:
        return
    pictures = queries.hung_images(post_id)
    db.session.execute(delete_rows(PostImage).where(PostImage.post_id == post_id))
    media.remove(pictures)


def _lock(post: Post, above: set[int]) -> None:
    """Take the tree's rows in the order of their ids, as reposting does."""
    query = select(Post).where(Post.id.in_(above | {post.id})).order_by(Post.id)
    db.session.scalars(query.with_for_update(key_share=True).execution_options(populate_existing=True)).all()


def _forget_words(post: Post) -> None:
    carried = select(PostTopic.topic_id).where(PostTopic.post_id == post.id)
    counting.count(Topic, "post_count", carried, -1)
    db.session.execute(delete_rows(PostTopic).where(PostTopic.post_id == post.id))
    db.session.execute(delete_rows(PostMention).where(PostMention.post_id == post.id))
    post.text, post.entities, post.link_id = "", [], None
