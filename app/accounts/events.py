"""What has happened to accounts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AccountOpened:
    """Someone has signed up."""

    account_id: int


@dataclass(frozen=True)
class PasswordChanged:
    """The account's sessions have all ended, but for the one that changed it."""

    account_id: int
