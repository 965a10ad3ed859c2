"""What has happened to verifications."""

from dataclasses import dataclass


@dataclass(frozen=True)
class VerificationGranted:
    """An account is verified from now on, or for another year, or at another level."""

    account_id: int


@dataclass(frozen=True)
class ApplicationAnswered:
    """Staff has decided on an application or asks for more; `state` is approved, rejected or needs_more."""

    application_id: int
    account_id: int
    state: str


@dataclass(frozen=True)
class VerificationEnding:
    """A verification ends soon unless it is renewed."""

    account_id: int


@dataclass(frozen=True)
class VerificationEnded:
    """An account is no longer verified; `cause` is expired or revoked."""

    account_id: int
    cause: str
