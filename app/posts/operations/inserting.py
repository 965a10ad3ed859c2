"""Putting a new post into its place: the row itself (once per client key), whom it names, what it is about."""

import re
from datetime import datetime, timedelta

from sqlalchemy import insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Reason
from app.kernel.transactions import add, bump
from app.posts import queries, rules
from app.posts.models import Post, PostMention, PostTopic, Topic
from app.posts.queries import TextReading

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def tidy(text: str) -> str:
    """The text as it is stored: one kind of line end, nothing unprintable, no blanks around."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def insert_once(post: Post, *, by: Account) -> Post:
    """The row in the database; when a request with the same key was faster, the row that it made."""
    if post.client_key is None:
        return add(post)
    try:
        with db.session.begin_nested():
            return add(post)
    except IntegrityError:
        if (earlier := queries.post_by_key(by, post.client_key)) is None:
            raise
        return earlier


def read(text: str, *, by: Account, now: datetime) -> TextReading:
    """What stands in a text; for a newcomer with the strangers that she has named within a day."""
    since = now - timedelta(days=1) if rules.is_newcomer(by, now=now) else None
    return queries.read_text(text, by=by, strangers_since=since)


def why_not_named(reading: TextReading, *, by: Account, now: datetime) -> Reason | None:
    """Whether the people in a text that was `read` may be named."""
    return rules.why_not_mention(len(reading.mentioned), reading.strangers, by=by, now=now)


def index(post: Post, reading: TextReading, *, by: Account, now: datetime) -> None:
    """Note whom the post names and which topics it carries, and count it for its author."""
    if named := reading.mentioned - {by.id}:
        rows = [{"post_id": post.id, "account_id": account_id} for account_id in sorted(named)]
        db.session.execute(insert(PostMention), rows)
    carry_topics(post, reading.topics, now=now)
    bump(by, "post_count")


def carry_topics(post: Post, names: list[str], *, now: datetime) -> None:
    """Note that the post carries these topics (the first 20 of them), which it has not carried before."""
    if topic_ids := _count_topics(names, now=now):
        db.session.execute(insert(PostTopic), [{"post_id": post.id, "topic_id": one} for one in topic_ids])


def _count_topics(names: list[str], *, now: datetime) -> list[int]:
    """Make the topics that are new and count the others, all in one statement: nobody can come in between."""
    by_key = {queries.topic_key(name): name for name in reversed(names)}
    keys = sorted(list(by_key)[::-1][: rules.TOPICS_MAX])
    if not keys:
        return []
    dialect = sqlite if db.session.get_bind().dialect.name == "sqlite" else postgresql
    rows = [
        {"id": ids.new_id(now), "key": key, "name": by_key[key], "post_count": 1, "created_at": now} for key in keys
    ]
    statement = dialect.insert(Topic).values(rows)
    counted = statement.on_conflict_do_update(
        index_elements=[Topic.key], set_={"post_count": Topic.post_count + 1}
    ).returning(Topic.id)
    return list(db.session.scalars(counted.execution_options(populate_existing=True)))
