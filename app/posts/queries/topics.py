"""Topics by name."""

from sqlalchemy import select

from app.kernel.database import db
from app.posts.models import Topic

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
