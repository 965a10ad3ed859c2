"""Lists of posts, as selects to be paged by Post.id where they do not say otherwise."""

from sqlalchemy import Select, or_, select

from app.accounts.models import Account
from app.kernel.database import db
from app.posts.models import Post, PostTopic, ProductPost, Topic
from app.posts.queries.visibility import visible_to
from app.relationships.models import Follow


def posts_by(account: Account, *, viewer: Account | None) -> Select[Post]:
    """What an account has written and passed on."""
    return visible_to(viewer).where(Post.author_id == account.id)


def posts_about(product_id: int, *, viewer: Account | None) -> Select[Post]:
    """Everything said about a product: originals that carry its card, and reposts of them that have words.

    To be paged by ProductPost.post_id.
    """
    said = visible_to(viewer).join(ProductPost, ProductPost.post_id == Post.id)
    return said.where(ProductPost.product_id == product_id, or_(Post.parent_id.is_(None), Post.text != ""))


def posts_with_topic(topic: Topic, *, viewer: Account | None) -> Select[Post]:
    """Posts that carry a topic, to be paged by PostTopic.post_id."""
    carried = visible_to(viewer).join(PostTopic, PostTopic.post_id == Post.id)
    return carried.where(PostTopic.topic_id == topic.id)


def reposts_of(post: Post, *, viewer: Account | None) -> Select[Post]:
    """The tree below a root, or what hangs directly on a repost."""
    return visible_to(viewer).where((Post.parent_id if post.is_repost else Post.root_id) == post.id)


def reposts_by_followed(post: Post, *, viewer: Account) -> Select[Post]:
    """Those among them whose authors the viewer follows; read as `sparse`.

    Each followed account is looked up in an index, which costs the same however often the post was passed on: the
    subquery must not become a join, so it asks for an id and not whether one exists.
    """
    one = select(Post.id).where(Post.root_id == post.tree_id, Post.author_id == Follow.followee_id).limit(1)
    followed = select(Follow.followee_id).where(Follow.follower_id == viewer.id)
    authors = list(db.session.scalars(followed.where(one.correlate(Follow).scalar_subquery().is_not(None))))
    return reposts_of(post, viewer=viewer).where(Post.root_id == post.tree_id, Post.author_id.in_(authors))
