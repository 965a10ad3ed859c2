"""屏蔽词, 屏蔽话题, 不看商品微博: what a reader leaves out of her own feeds; nobody is told."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.kernel.upserts import insert_missing
from app.posts.models import Topic
from app.timelines import rules
from app.timelines.events import FeedsNarrowed
from app.timelines.models import FeedSetting, MutedTopic, MutedWord


class NotMuted(Refusal):
    """This cannot be put on the reader's list."""


@operation
def mute_word(word: str, *, by: Account, now: datetime) -> None:
    """Do not meet posts with this word any more, in their own text or in what they quote; raises NotMuted."""
    word = " ".join(word.split())
    if reason := rules.why_not_mute_word(word, count=_count(MutedWord, by)):
        raise NotMuted(reason)
    row = {"id": ids.new_id(now), "account_id": by.id, "word": word, "key": rules.key_of(word), "created_at": now}
    if insert_missing(MutedWord, [row]):
        announce(FeedsNarrowed(by.id))


@operation
def unmute_word(word_id: int, *, by: Account) -> None:
    """Take a word off the list."""
    db.session.execute(delete(MutedWord).where(MutedWord.id == word_id, MutedWord.account_id == by.id))


@operation
def mute_topic(topic: Topic, *, by: Account, now: datetime) -> None:
    """Do not meet posts of a topic any more, but for its own page; raises NotMuted."""
    if reason := rules.why_not_mute_topic(count=_count(MutedTopic, by)):
        raise NotMuted(reason)
    if insert_missing(MutedTopic, [{"account_id": by.id, "topic_id": topic.id, "created_at": now}]):
        announce(FeedsNarrowed(by.id))


@operation
def unmute_topic(topic_id: int, *, by: Account) -> None:
    """Take a topic off the list."""
    db.session.execute(delete(MutedTopic).where(MutedTopic.topic_id == topic_id, MutedTopic.account_id == by.id))


@operation
def set_hides_products(hides: bool, *, by: Account) -> None:
    """不看商品微博: leave posts with product cards out of the feeds, or let them in again."""
    insert_missing(FeedSetting, [{"account_id": by.id, "hides_products": False}])
    setting = db.session.get_one(FeedSetting, by.id)
    if hides and not setting.hides_products:
        announce(FeedsNarrowed(by.id))
    setting.hides_products = hides


def _count(model: type[Any], by: Account) -> int:
    return db.session.scalar(select(func.count()).where(model.account_id == by.id)) or 0
