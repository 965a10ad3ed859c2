"""Letting go of all that somebody has written, voted for and followed who has closed her account.

Her posts keep their places in the trees, without words and without a name.
"""

from collections import Counter
from datetime import datetime

from sqlalchemy import delete, select, update

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.transactions import operation
from app.posts.models import Ballot, Draft, Poll, PollOption, Post, PostMention, Topic, TopicFollow, Vote
from app.posts.operations import counting, deleting

AT_ONCE = 25


@operation
def forget(account_id: int, *, now: datetime) -> bool:
    """Let go of some of it, counters exact; whether there may be more. Again it finds nothing."""
    return (
        _wipe_posts(account_id, now)
        or _take_back_votes(account_id)
        or _leave_topics(account_id)
        or _remove_small_things(account_id)
    )


def _wipe_posts(account_id: int, now: datetime) -> bool:
    query = select(Post).where(Post.author_id == account_id, Post.purged_at.is_(None)).order_by(Post.id).limit(AT_ONCE)
    posts = db.session.scalars(query).all()
    author = db.session.get_one(Account, account_id)
    for post in posts:
        deleting.delete(post, by=author, now=now)
        deleting.purge(post.id, now, at_once=True)
    return bool(posts)


def _take_back_votes(account_id: int) -> bool:
    """In polls of others; those of her own went with their posts."""
    query = select(Ballot.post_id).where(Ballot.account_id == account_id).order_by(Ballot.post_id).limit(AT_ONCE)
    post_ids = db.session.scalars(query).all()
    for post_id in post_ids:
        own = (Vote.post_id == post_id, Vote.account_id == account_id)
        positions = sorted(db.session.scalars(select(Vote.position).where(*own)))
        db.session.execute(delete(Vote).where(*own))
        db.session.execute(delete(Ballot).where(Ballot.post_id == post_id, Ballot.account_id == account_id))
        options = update(PollOption).where(PollOption.post_id == post_id, PollOption.position.in_(positions))
        fewer = (
            options.values(vote_count=PollOption.vote_count - 1),
            update(Poll).where(Poll.post_id == post_id).values(voter_count=Poll.voter_count - 1),
        )
        for statement in fewer:
            db.session.execute(statement.execution_options(synchronize_session=False))
    return bool(post_ids)


def _leave_topics(account_id: int) -> bool:
    some = select(TopicFollow.id).where(TopicFollow.account_id == account_id).limit(AT_ONCE)
    gone = delete(TopicFollow).where(TopicFollow.id.in_(some)).returning(TopicFollow.topic_id)
    topic_ids = Counter(db.session.scalars(gone.execution_options(synchronize_session=False)))
    counting.count(Topic, "follower_count", list(topic_ids), -1)
    return bool(topic_ids)


def _remove_small_things(account_id: int) -> bool:
    db.session.execute(delete(Draft).where(Draft.account_id == account_id))
    db.session.execute(delete(PostMention).where(PostMention.account_id == account_id))
    db.session.execute(update(Topic).where(Topic.host_id == account_id).values(host_id=None))
    return False
