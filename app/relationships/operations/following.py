"""Follow, unfollow, remove a fan: each as often as one likes, counted once."""

from datetime import datetime

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.relationships import events, queries, rules
from app.relationships.models import Follow
from app.relationships.operations.edges import count_follow, end_follow, hold, put_in


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
        announce(events.AccountFollowed(by.id, account.id))


@operation
def unfollow(account: Account, *, by: Account, now: datetime) -> None:
    """No longer read what the account writes."""
    _end(by, account)


@operation
def remove_fan(fan: Account, *, by: Account, now: datetime) -> None:
    """End that `fan` follows `by`; the fan is not told and may follow again."""
    _end(fan, by)


def _end(follower: Account, followee: Account) -> None:
    hold(follower, followee)
    if ended := end_follow(follower, followee):
        announce(ended)
