"""What has happened to the bell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoticeGiven:
    """An account has something new to read."""

    account_id: int
