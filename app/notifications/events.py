"""What has happened to the bell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoticeGiven:
    """An account has something new to read."""

    account_id: int


@dataclass(frozen=True)
class NoticesRead:
    """An account has read its notices, of one kind or all."""

    account_id: int


@dataclass(frozen=True)
class NoticesChanged:
    """These accounts have more or fewer notices to read than a moment ago."""

    account_ids: tuple[int, ...]
