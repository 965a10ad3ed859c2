"""What has happened in moderation."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ThingReported:
    """Somebody has reported something; the case may be older."""

    case_id: int
    report_id: int


@dataclass(frozen=True)
class CaseDecided:
    """A case is closed; everybody who reported hears the result."""

    case_id: int


@dataclass(frozen=True)
class DecisionMade:
    """Staff has decided something about an account or what it has said; the account hears of it."""

    decision_id: int
    account_id: int


@dataclass(frozen=True)
class DecisionUndone:
    """A decision is taken back, with all its effects; the account hears of it."""

    decision_id: int
    account_id: int


@dataclass(frozen=True)
class AppealFiled:
    """Somebody objects to a decision."""

    appeal_id: int


@dataclass(frozen=True)
class AppealDecided:
    """Another member of staff has answered an appeal."""

    appeal_id: int
    account_id: int


@dataclass(frozen=True)
class ProposalMade:
    """A decision needs a second member of staff."""

    proposal_id: int


@dataclass(frozen=True)
class ProposalDecided:
    """A second member of staff has agreed to a proposal, declined it, or found it moot."""

    proposal_id: int


@dataclass(frozen=True)
class BulkStarted:
    """A bulk job is to be worked off (or undone, when it is being undone)."""

    bulk_id: int


@dataclass(frozen=True)
class BulkMoved:
    """A bulk job has come further or has ended."""

    bulk_id: int
