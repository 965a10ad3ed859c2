"""Topics by name, those that are being talked about, those one follows, and what stands under one."""

from datetime import datetime

from flask import abort
from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.pagination import Page, highest_first, mapped, newest_first
from app.posts.models import Post, PostTopic, Topic, TopicFollow
from app.screening import queries as screening

KEY_LENGTH = 32
HOT_AMONG = 500
"""热门 looks at so many of the newest posts of a topic, however many there are."""


def topic_key(name: str) -> str:
    """What a topic is found by: its name without case and doubled or outer spaces."""
    return " ".join(name.split()).casefold()[:KEY_LENGTH]


def topic_or_none(name: str) -> Topic | None:
    """The topic of this name."""
    return db.session.scalar(select(Topic).where(Topic.key == topic_key(name)))


def topic_or_404(topic_id: int) -> Topic:
    """The topic with this id, or the answer 404."""
    return (db.session.get(Topic, topic_id) if topic_id < 2**63 else None) or abort(404)


def topics_like(prefix: str, limit: int = 8) -> list[Topic]:
    """Topics whose name begins so, the most used first; for an empty prefix the most used of all."""
    query = (
        select(Topic)
        .where(Topic.post_count > 0, Topic.withheld_at.is_(None))
        .order_by(Topic.post_count.desc(), Topic.id.desc())
        .limit(limit)
    )
    if key := topic_key(prefix):
        query = query.where(Topic.key.startswith(key, autoescape=True))
    return list(db.session.scalars(query))


def all_topics(*, name: str, withheld: bool, before: str | None) -> Page[Topic]:
    """A page of all topics whose name holds this, the most used first; withheld ones alone, if asked for."""
    query = select(Topic).options(joinedload(Topic.host))
    if key := topic_key(name):
        query = query.where(Topic.key.contains(key, autoescape=True))
    if withheld:
        query = query.where(Topic.withheld_at.is_not(None))
    return highest_first(query, Topic.post_count, Topic.id, before=before, size=50)


def busy_topics(*, since: datetime, limit: int) -> list[tuple[Topic, int]]:
    """The topics that most posts carry since a moment, and how many carry them."""
    uses = func.count(PostTopic.post_id)
    busy = (
        select(PostTopic.topic_id, uses.label("uses"))
        .where(PostTopic.post_id >= ids.floor_id(since))
        .group_by(PostTopic.topic_id)
        .order_by(uses.desc(), PostTopic.topic_id.desc())
        .limit(limit)
        .subquery()
    )
    query = select(Topic, busy.c.uses).join(busy, busy.c.topic_id == Topic.id).where(Topic.withheld_at.is_(None))
    rows = db.session.execute(query.order_by(busy.c.uses.desc(), Topic.id.desc()))
    return [(topic, count) for topic, count in rows]


def topics_of(post_id: int) -> list[int]:
    """Ids of the topics that a post carries."""
    return list(db.session.scalars(select(PostTopic.topic_id).where(PostTopic.post_id == post_id)))


def followed_topics(account: Account, *, before: int | None, size: int = 20) -> Page[Topic]:
    """A page of the topics that an account follows, the newest follow first."""
    mine = select(TopicFollow).where(TopicFollow.account_id == account.id)
    follows = newest_first(mine.options(joinedload(TopicFollow.topic)), TopicFollow.id, before=before, size=size)
    return mapped(follows, lambda rows: [row.topic for row in rows])


def is_following_topic(account: Account, topic: Topic) -> bool:
    """Whether an account follows a topic."""
    mine = select(TopicFollow.id).where(TopicFollow.account_id == account.id, TopicFollow.topic_id == topic.id)
    return db.session.scalar(mine) is not None  # asked whether one exists, PostgreSQL may leaf through the table


def topics_followed(account: Account) -> int:
    """How many topics an account follows."""
    mine = select(func.count()).select_from(TopicFollow).where(TopicFollow.account_id == account.id)
    return db.session.scalar(mine) or 0


def hottest_under(topic: Topic, *, now: datetime) -> list[tuple[int, int]]:
    """Heat and id of the living among the newest HOT_AMONG posts of a topic, the hottest first.

    The heat of a post is what its reposts (twice), comments and likes make it. What accounts write that are limited
    (不进热门) is not ranked.
    """
    newest = newest_carriers(topic, size=HOT_AMONG).subquery()
    living = select(Post.heat, Post.id).join(newest, newest.c.post_id == Post.id).where(Post.deleted_at.is_(None))
    living = living.where(Post.author_id.not_in(screening.limited("no_hot", now)))
    return [(heat, post_id) for heat, post_id in db.session.execute(living.order_by(Post.heat.desc(), Post.id.desc()))]


def newest_carriers(topic: Topic, *, size: int, before: int | None = None) -> Select[int]:
    """Ids of the `size` newest posts (before one of them) that carry a topic: a walk along the index."""
    carriers = select(PostTopic.post_id).where(PostTopic.topic_id == topic.id)
    if before is not None:
        carriers = carriers.where(PostTopic.post_id < before)
    return carriers.order_by(PostTopic.post_id.desc()).limit(size)
