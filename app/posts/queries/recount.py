"""Whether the counters that posts keep agree with the rows they count."""

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.kernel.recounting import Miscount, differences
from app.posts.models import Ballot, Poll, PollOption, Post, PostProduct, PostTopic, Topic, TopicFollow, Vote
from app.products.models import Product


def miscounts() -> list[Miscount]:
    """Every counter of this domain that is wrong; an empty list is the only good answer."""
    return [
        miscount
        for model, column, true in (
            (Post, "repost_count", _living_reposts()),
            (Account, "post_count", _living_posts()),
            (Product, "post_count", posts_about_count()),
            (Topic, "post_count", _posts_with_topic()),
            (Topic, "follower_count", _topic_followers()),
        )
        for miscount in differences(model, column, true)
    ] + [
        *differences(Poll, "voter_count", _ballots(), named_by="post_id"),
        *differences(PollOption, "vote_count", _votes(), named_by="post_id"),
    ]


def _living_reposts() -> ColumnElement[int]:
    """Of a root the whole living tree, of a repost what hangs on it directly."""
    below = aliased(Post)
    hangs = or_(below.root_id == Post.id, below.parent_id == Post.id)
    return select(func.count()).where(hangs, below.deleted_at.is_(None)).correlate(Post).scalar_subquery()


def _living_posts() -> ColumnElement[int]:
    mine = Post.author_id == Account.id
    return select(func.count(Post.id)).where(mine, Post.deleted_at.is_(None)).correlate(Account).scalar_subquery()


def posts_about_count() -> ColumnElement[int]:
    """Originals that carry the card, and the worded reposts of such originals, living or not."""
    said = or_(Post.id == PostProduct.post_id, (Post.root_id == PostProduct.post_id) & (Post.text != ""))
    return (
        select(func.count(Post.id))
        .select_from(PostProduct)
        .join(Post, said)
        .where(PostProduct.product_id == Product.id, Post.deleted_at.is_(None))
        .correlate(Product)
        .scalar_subquery()
    )


def _posts_with_topic() -> ColumnElement[int]:
    living = select(func.count(Post.id)).select_from(PostTopic).join(Post, Post.id == PostTopic.post_id)
    living = living.where(PostTopic.topic_id == Topic.id, Post.deleted_at.is_(None))
    return living.correlate(Topic).scalar_subquery()


def _topic_followers() -> ColumnElement[int]:
    return select(func.count()).where(TopicFollow.topic_id == Topic.id).correlate(Topic).scalar_subquery()


def _ballots() -> ColumnElement[int]:
    return select(func.count()).where(Ballot.post_id == Poll.post_id).correlate(Poll).scalar_subquery()


def _votes() -> ColumnElement[int]:
    """`vote_count` counts who has chosen an option."""
    chosen = (Vote.post_id == PollOption.post_id) & (Vote.position == PollOption.position)
    return select(func.count()).where(chosen).correlate(PollOption).scalar_subquery()
