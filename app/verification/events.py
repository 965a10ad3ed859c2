"""What has happened to verifications."""

from dataclasses import dataclass


@dataclass(frozen=True)
class VerificationGranted:
    """An account is verified from now on, for another year, or at another level.

    `kind` is orange, gold or blue; `cause` is application or level.
    """

    account_id: int
    kind: str
    cause: str


@dataclass(frozen=True)
class ApplicationAnswered:
    """Staff has turned an application down or asks for more; `state` is rejected or needs_more."""

    application_id: int
    account_id: int
    state: str


@dataclass(frozen=True)
class VerificationEnding:
    """A verification ends at `expires_at` (ISO, UTC) unless it is renewed."""

    account_id: int
    expires_at: str


@dataclass(frozen=True)
class VerificationEnded:
    """An account is no longer verified; `cause` is expired or revoked."""

    account_id: int
    cause: str
