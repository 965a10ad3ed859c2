"""Topics by name, and those that are being talked about."""

from datetime import datetime

from sqlalchemy import func, select

from app.kernel import ids
from app.kernel.database import db
from app.posts.models import PostTopic, Topic

KEY_LENGTH = 32


def topic_key(name: str) -> str:
    """What a topic is found by: its name without case and doubled or outer spaces."""
    return " ".join(name.split()).casefold()[:KEY_LENGTH]


def topic_or_none(name: str) -> Topic | None:
    """The topic of this name."""
    return db.session.scalar(select(Topic).where(Topic.key == topic_key(name)))


def topics_like(prefix: str, limit: int = 8) -> list[Topic]:
    """Topics whose name begins so, the most used first; for an empty prefix the most used of all."""
    query = select(Topic).where(Topic.post_count > 0).order_by(Topic.post_count.desc(), Topic.id.desc()).limit(limit)
    if key := topic_key(prefix):
        query = query.where(Topic.key.startswith(key, autoescape=True))
    return list(db.session.scalars(query))


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
    query = select(Topic, busy.c.uses).join(busy, busy.c.topic_id == Topic.id)
    rows = db.session.execute(query.order_by(busy.c.uses.desc(), Topic.id.desc()))
    return [(topic, count) for topic, count in rows]
