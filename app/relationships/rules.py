"""May I follow, block, mute, put into a group?"""

from flask_babel import lazy_gettext as _l

from app.accounts.models import Account
from app.kernel.errors import Reason
from app.relationships.models import Group

FOLLOWS_MAX = 5000
GROUPS_MAX = 20
GROUP_MEMBERS_MAX = 500
GROUP_NAME_MAX = 16

_FOLLOW_ONESELF = Reason("oneself", _l("You cannot follow yourself."))
_BLOCK_ONESELF = Reason("oneself", _l("You cannot block yourself."))
_MUTE_ONESELF = Reason("oneself", _l("You cannot mute yourself."))
_HAS_BLOCKED = Reason("has_blocked", _l("You have blocked this person. Lift the block first."))
_IS_BLOCKED = Reason("is_blocked", _l("You cannot follow this person."))
_NOT_ACTIVE = Reason("not_active", _l("This account is not active at the moment."))
_TOO_MANY = Reason("too_many_follows", _l("You follow 5,000 people already. Let someone go first."))

_SPECIAL_WITHOUT_FOLLOW = Reason("not_following", _l("Follow this person first."))
_GROUP_WITHOUT_FOLLOW = Reason("not_following", _l("Only people you follow can be in your groups."))
_GROUP_UNNAMED = Reason("group_unnamed", _l("Give the group a name."))
_GROUP_NAME_TOO_LONG = Reason("group_name_too_long", _l("A group's name has room for 16 characters."))
_GROUP_NAME_TAKEN = Reason("group_name_taken", _l("You already have a group with this name."))
_TOO_MANY_GROUPS = Reason("too_many_groups", _l("You have 20 groups already. Delete one first."))
_GROUP_FULL = Reason("group_full", _l("A group holds at most 500 people."))


def why_not_follow(account: Account, by: Account, *, blocks: bool, is_blocked: bool) -> Reason | None:
    """Why `by` may not follow; `blocks` and `is_blocked` are seen from `by`."""
    if account.id == by.id:
        return _FOLLOW_ONESELF
    if blocks:
        return _HAS_BLOCKED
    if is_blocked:
        return _IS_BLOCKED
    if account.state != "active":
        return _NOT_ACTIVE
    return _TOO_MANY if by.following_count >= FOLLOWS_MAX else None


def why_not_block(account: Account, by: Account) -> Reason | None:
    """Why `by` may not block."""
    return _BLOCK_ONESELF if account.id == by.id else None


def why_not_mute(account: Account, by: Account) -> Reason | None:
    """Why `by` may not mute."""
    return _MUTE_ONESELF if account.id == by.id else None


def why_not_special(*, follows: bool) -> Reason | None:
    """Why someone cannot be marked special: 特别关注 is for people one follows."""
    return None if follows else _SPECIAL_WITHOUT_FOLLOW


def why_not_name_group(name: str, *, is_taken: bool) -> Reason | None:
    """Why a group of one's own cannot be called so."""
    if not name:
        return _GROUP_UNNAMED
    if len(name) > GROUP_NAME_MAX:
        return _GROUP_NAME_TOO_LONG
    return _GROUP_NAME_TAKEN if is_taken else None


def why_not_create_group(count: int) -> Reason | None:
    """Why someone who has `count` groups cannot have another."""
    return _TOO_MANY_GROUPS if count >= GROUPS_MAX else None


def why_not_join_group(group: Group, *, follows: bool) -> Reason | None:
    """Why someone cannot be put into the group; `follows`: its owner follows her."""
    if not follows:
        return _GROUP_WITHOUT_FOLLOW
    return _GROUP_FULL if group.member_count >= GROUP_MEMBERS_MAX else None
