"""May I follow, block, mute?"""

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason

FOLLOWS_MAX = 5000

_FOLLOW_ONESELF = Reason("oneself", _l("You cannot follow yourself."))
_BLOCK_ONESELF = Reason("oneself", _l("You cannot block yourself."))
_MUTE_ONESELF = Reason("oneself", _l("You cannot mute yourself."))
_HAS_BLOCKED = Reason("has_blocked", _l("You have blocked this person. Lift the block first."))
_IS_BLOCKED = Reason("is_blocked", _l("You cannot follow this person."))
_TOO_MANY = Reason("too_many_follows", _l("You follow 5,000 people already. Let someone go first."))


def why_not_follow(account: Account, by: Account, *, blocks: bool, is_blocked: bool) -> Reason | None:
    """Why `by` may not follow; `blocks` and `is_blocked` are seen from `by`."""
    if account.id == by.id:
        return _FOLLOW_ONESELF
    if blocks:
        return _HAS_BLOCKED
    if is_blocked:
        return _IS_BLOCKED
    return _TOO_MANY if by.following_count >= FOLLOWS_MAX else None


def why_not_block(account: Account, by: Account) -> Reason | None:
    """Why `by` may not block."""
    return _BLOCK_ONESELF if account.id == by.id else None


def why_not_mute(account: Account, by: Account) -> Reason | None:
    """Why `by` may not mute."""
    return _MUTE_ONESELF if account.id == by.id else None
