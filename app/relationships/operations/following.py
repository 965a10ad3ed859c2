"""Follow, unfollow, remove a fan, follow specially: each as often as one likes, counted once."""

from datetime import datetime

from sqlalchemy import update

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.relationships import events, queries, rules
from app.relationships.models import Follow
from app.relationships.operations.edges import count_follow, end_follow, hold, put_in
from app.screening import operations as screening


class NotFollowable(Refusal):
    """This account cannot be followed by this person."""


@operation
def follow(account: Account, *, by: Account, now: datetime) -> None:
    """Read what the account writes from now on; raises NotFollowable."""
    hold(account, by)
    between = queries.edges_between(by.id, [account.id]).get(account.id, set())
    if "follows" in between:
        return
    blocks, is_blocked = "blocks" in between, "is_blocked" in between
    if reason := rules.why_not_follow(account, by, blocks=blocks, is_blocked=is_blocked):
        raise NotFollowable(reason)
    if put_in(Follow, id=ids.new_id(now), follower_id=by.id, followee_id=account.id, created_at=now):
        count_follow(by, account, 1)
        screening.note_follow(by.id, now=now)
        announce(events.AccountFollowed(by.id, account.id))


@operation
def unfollow(account: Account, *, by: Account, now: datetime) -> None:
    """No longer read what the account writes."""
    if _end(by, account):
        screening.note_follow(by.id, now=now)


@operation
def remove_fan(fan: Account, *, by: Account, now: datetime) -> None:
    """End that `fan` follows `by`; the fan is not told and may follow again."""
    _end(fan, by)


def _end(follower: Account, followee: Account) -> bool:
    hold(follower, followee)
    if ended := end_follow(follower, followee):
        announce(ended)
    return ended is not None


@operation
def mark_special(account: Account, *, by: Account) -> None:
    """特别关注: find what this person writes in a feed of its own; raises NotFollowable for one not followed."""
    follows = _set_special(account, by, is_special=True)
    if reason := rules.why_not_special(follows=follows):
        raise NotFollowable(reason)


@operation
def unmark_special(account: Account, *, by: Account) -> None:
    """Follow like the others again."""
    _set_special(account, by, is_special=False)


def _set_special(account: Account, by: Account, *, is_special: bool) -> bool:
    follow = update(Follow).where(Follow.follower_id == by.id, Follow.followee_id == account.id)
    statement = follow.values(is_special=is_special).returning(Follow.id)
    return db.session.scalar(statement.execution_options(synchronize_session=False)) is not None
