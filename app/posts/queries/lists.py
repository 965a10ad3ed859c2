"""Lists of posts, as selects to be paged by Post.id."""

from sqlalchemy import Select, select, union_all
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.posts.models import Post, PostProduct, PostTopic, Topic
from app.posts.queries.visibility import visible_to
from app.relationships import queries as relationships


def posts_by(account: Account, *, viewer: Account | None) -> Select[Post]:
    """What an account has written and passed on."""
    return visible_to(viewer).where(Post.author_id == account.id)


def posts_about(product_id: int, *, viewer: Account | None) -> Select[Post]:
    """Everything said about a product: originals that carry its card, and reposts of them that have words."""
    repost = aliased(Post)
    carriers = select(PostProduct.post_id).where(PostProduct.product_id == product_id)
    worded = (
        select(repost.id)
        .join(PostProduct, PostProduct.post_id == repost.root_id)
        .where(PostProduct.product_id == product_id, repost.text != "")
    )
    return visible_to(viewer).where(Post.id.in_(union_all(carriers, worded)))


def posts_with_topic(topic: Topic, *, viewer: Account | None) -> Select[Post]:
    """Posts that carry a topic."""
    carriers = select(PostTopic.post_id).where(PostTopic.topic_id == topic.id)
    return visible_to(viewer).where(Post.id.in_(carriers))


def reposts_of(post: Post, *, viewer: Account | None) -> Select[Post]:
    """The tree below a root, or what hangs directly on a repost."""
    return visible_to(viewer).where((Post.parent_id if post.is_repost else Post.root_id) == post.id)


def reposts_by_followed(post: Post, *, viewer: Account) -> Select[Post]:
    """Those among them whose authors the viewer follows: an index leads to each author's, so the others cost nothing."""
    query = reposts_of(post, viewer=viewer).where(Post.root_id == post.tree_id)
    return query.where(Post.author_id.in_(relationships.followees_of(viewer.id)))
