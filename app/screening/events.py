"""What has happened in screening."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LimitImposed:
    """An account may not do something for a while; it must hear of it."""

    limit_id: int
    account_id: int


@dataclass(frozen=True)
class LimitLifted:
    """A limit ended before its time."""

    limit_id: int
    account_id: int


@dataclass(frozen=True)
class LimitEnded:
    """A limit has run out at its time."""

    limit_id: int
    account_id: int


@dataclass(frozen=True)
class ItemHeld:
    """Something waits for review and is not out yet."""

    item_id: int
    account_id: int


@dataclass(frozen=True)
class ItemReleased:
    """A reviewer lets something out that was waiting: its domain (by `kind`) does what its author had asked for."""

    item_id: int
    account_id: int
    kind: str


@dataclass(frozen=True)
class ItemWithdrawn:
    """What was held is not wanted any more, or its time is over: the files that hang on it may go."""

    item_id: int
    account_id: int


@dataclass(frozen=True)
class ItemRefused:
    """A reviewer does not let something out."""

    item_id: int
    account_id: int
