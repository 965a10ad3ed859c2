"""Following topics, and looking after them."""

from datetime import datetime

from sqlalchemy import delete

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.transactions import bump, locked, operation
from app.kernel.upserts import insert_missing
from app.posts import queries
from app.posts.models import Topic, TopicFollow
from app.posts.rules import topics as rules


class NotFollowed(Refusal):
    """One cannot follow without end."""


class NotTended(Refusal):
    """The topic is in other hands, or the words do not fit."""

    status = 403


@operation
def follow_topic(topic: Topic, *, by: Account, now: datetime) -> None:
    """Follow a topic; again changes nothing. Raises NotFollowed."""
    if queries.topics_followed(by) >= rules.TOPICS_FOLLOWED_MAX:
        raise NotFollowed(rules.TOO_MANY_TOPICS)
    row = {"id": ids.new_id(now), "account_id": by.id, "topic_id": topic.id, "created_at": now}
    if insert_missing(TopicFollow, [row]):
        bump(topic, "follower_count")


@operation
def unfollow_topic(topic: Topic, *, by: Account) -> None:
    """No longer follow a topic."""
    mine = delete(TopicFollow).where(TopicFollow.account_id == by.id, TopicFollow.topic_id == topic.id)
    gone = db.session.execute(mine.returning(TopicFollow.id).execution_options(synchronize_session=False)).all()
    if gone:
        bump(topic, "follower_count", -1)


@operation
def note_read(topic: Topic) -> None:
    """Someone has come to the topic's page, for the first time today."""
    bump(topic, "read_count")


@operation
def withhold_topic(topic: Topic, *, by: Account, reason: str, now: datetime) -> bool:
    """Show a topic in no list and suggestion any more; its page says why. Whether that is new.

    Who may decide so, moderation and the back office say.
    """
    row = locked(topic)
    if row.withheld_at is not None:
        return False
    row.withheld_at, row.withheld_reason = now, reason[:200]
    return True


@operation
def show_topic_again(topic: Topic, *, by: Account | None, now: datetime) -> bool:
    """Show a withheld topic as before; whether it was withheld."""
    row = locked(topic)
    if row.withheld_at is None:
        return False
    row.withheld_at, row.withheld_reason = None, ""
    return True


@operation
def tend(topic: Topic, *, lead: str, host: Account | None, names_host: bool, by: Account) -> None:
    """Save what the page of a topic's hosts says, in one act; the host only where `names_host`. Raises NotTended."""
    edit_lead(topic, lead=lead, by=by)
    if names_host:
        appoint_host(topic, host, by=by)


@operation
def edit_lead(topic: Topic, *, lead: str, by: Account) -> None:
    """Give the topic an introduction (导语), or none. Raises NotTended."""
    lead = "\n".join(line.strip() for line in lead.strip().splitlines() if line.strip())
    if reason := rules.why_not_edit_lead(topic, by, lead):
        raise NotTended(reason)
    locked(topic).lead = lead
    db.session.flush()  # what follows in the same act may hold the topic anew


@operation
def appoint_host(topic: Topic, host: Account | None, *, by: Account) -> None:
    """Make an account the topic's host (主持人), or leave it without one. Raises NotTended."""
    if reason := rules.why_not_appoint(by):
        raise NotTended(reason)
    locked(topic).host_id = host.id if host is not None else None
