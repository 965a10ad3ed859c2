"""What has happened to accounts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AccountOpened:
    """Someone has signed up."""

    account_id: int


@dataclass(frozen=True)
class NicknameChanged:
    """An account looks otherwise by its name now."""

    account_id: int


@dataclass(frozen=True)
class BadgeChanged:
    """The V on an account's avatar, or the line that says what for, is another now."""

    account_id: int


@dataclass(frozen=True)
class AccountBanned:
    """Nothing of the account is shown to others any more, and its sessions see its status alone."""

    account_id: int


@dataclass(frozen=True)
class AccountUnbanned:
    """The account is active again."""

    account_id: int


@dataclass(frozen=True)
class ClosingAsked:
    """Somebody wants her account closed; it is hidden now and wiped at `closes_at` (ISO, UTC) unless she stays."""

    account_id: int
    closes_at: str


@dataclass(frozen=True)
class ClosingCancelled:
    """Somebody who wanted to leave stays."""

    account_id: int


@dataclass(frozen=True)
class AccountClosed:
    """An account is closed for good: each domain wipes what it holds of that person."""

    account_id: int


@dataclass(frozen=True)
class RoleChanged:
    """An account has another role in the back office."""

    account_id: int


@dataclass(frozen=True)
class SessionsEnded:
    """Somebody has logged out everywhere else, or staff have for her."""

    account_id: int


@dataclass(frozen=True)
class LoggedOutByStaff:
    """Staff have ended all sessions of an account."""

    account_id: int


@dataclass(frozen=True)
class SecondFactorAdded:
    """An authenticator app or a passkey opens the account from now on."""

    account_id: int
    factor_id: int
    kind: str


@dataclass(frozen=True)
class SecondFactorRemoved:
    """An authenticator app or a passkey (`kind`), or all of them and the recovery codes (''), are gone."""

    account_id: int
    kind: str


@dataclass(frozen=True)
class RecoveryCodeUsed:
    """A recovery code has opened the account; so many are left."""

    account_id: int
    code_id: int
    left: int


@dataclass(frozen=True)
class PasswordChanged:
    """The account's sessions have all ended, but for the one that changed it."""

    account_id: int
