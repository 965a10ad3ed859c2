"""What has happened to the bell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoticeGiven:
    """An account has something new to read."""

    account_id: int


@dataclass(frozen=True)
class NoticesRead:
    """An account has read all its notices."""

    account_id: int
