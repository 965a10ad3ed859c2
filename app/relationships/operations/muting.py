"""Mute and unmute: the feeds of one person alone change, and nobody is told."""

from datetime import datetime

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import operation
from app.relationships import rules
from app.relationships.events import AccountMuted, AccountUnmuted, RepostsMuted, RepostsUnmuted
from app.relationships.models import Mute, RepostMute
from app.relationships.operations.edges import put_in, take_away


class NotMutable(Refusal):
    """This account cannot be muted by this person."""


@operation
def mute(account: Account, *, by: Account, now: datetime) -> None:
    """Do not meet the account in feeds any more; raises NotMutable."""
    if reason := rules.why_not_mute(account, by):
        raise NotMutable(reason)
    if put_in(Mute, id=ids.new_id(now), muter_id=by.id, muted_id=account.id, created_at=now):
        announce(AccountMuted(by.id, account.id))


@operation
def unmute(account: Account, *, by: Account, now: datetime) -> None:
    """Meet the account in feeds again."""
    if take_away(Mute, muter_id=by.id, muted_id=account.id):
        announce(AccountUnmuted(by.id, account.id))


@operation
def mute_reposts(account: Account, *, by: Account, now: datetime) -> None:
    """不看TA的转发: still meet what the account writes, but not what it passes on; raises NotMutable."""
    if reason := rules.why_not_mute(account, by):
        raise NotMutable(reason)
    if put_in(RepostMute, muter_id=by.id, muted_id=account.id, created_at=now):
        announce(RepostsMuted(by.id, account.id))


@operation
def unmute_reposts(account: Account, *, by: Account) -> None:
    """Meet again what the account passes on."""
    if take_away(RepostMute, muter_id=by.id, muted_id=account.id):
        announce(RepostsUnmuted(by.id, account.id))
