"""What has happened between two accounts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AccountFollowed:
    """`follower_id` now reads `followee_id`."""

    follower_id: int
    followee_id: int


@dataclass(frozen=True)
class AccountUnfollowed:
    """`follower_id` no longer reads `followee_id`, by own wish, as a removed fan, or by a block."""

    follower_id: int
    followee_id: int


@dataclass(frozen=True)
class AccountBlocked:
    """The two no longer see each other; follows in both directions have ended (announced as such)."""

    blocker_id: int
    blocked_id: int


@dataclass(frozen=True)
class AccountUnblocked:
    """The blocker has lifted the block."""

    blocker_id: int
    blocked_id: int


@dataclass(frozen=True)
class AccountMuted:
    """The muter no longer meets the muted in feeds; the muted is not told."""

    muter_id: int
    muted_id: int


@dataclass(frozen=True)
class AccountUnmuted:
    """The muter meets the muted again."""

    muter_id: int
    muted_id: int


@dataclass(frozen=True)
class RepostsMuted:
    """The muter no longer meets in feeds what the muted passes on (不看TA的转发)."""

    muter_id: int
    muted_id: int


@dataclass(frozen=True)
class RepostsUnmuted:
    """The muter meets again what the muted passes on."""

    muter_id: int
    muted_id: int


@dataclass(frozen=True)
class GroupJoined:
    """The owner has put an account into one of her groups; nobody is told."""

    group_id: int
    account_id: int
    owner_id: int


@dataclass(frozen=True)
class GroupLeft:
    """An account is no longer in a group: taken out, or no longer followed by the owner."""

    group_id: int
    account_id: int
    owner_id: int


@dataclass(frozen=True)
class GroupDeleted:
    """A group is gone; posts that were meant for it are seen by their author alone."""

    group_id: int
    owner_id: int
