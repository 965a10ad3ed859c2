"""What staff looks up across domains."""

from app.backoffice.queries.appeals import answered_appeals, appeal_after, decided_proposals
from app.backoffice.queries.cases import (
    CaseFilter,
    case_after,
    cases_by_ids,
    is_taken,
    reasons_given,
    strike_counts,
    waiting_by_kind,
    waiting_cases,
)
from app.backoffice.queries.figures import Disk, Figures, figures
from app.backoffice.queries.people import accounts_wanted, marks_of
from app.backoffice.queries.proofs import looks_at
from app.backoffice.queries.queues import Waiting, waiting_by_path

__all__ = [
    "CaseFilter",
    "Disk",
    "Figures",
    "Waiting",
    "accounts_wanted",
    "answered_appeals",
    "appeal_after",
    "case_after",
    "cases_by_ids",
    "decided_proposals",
    "figures",
    "is_taken",
    "looks_at",
    "marks_of",
    "reasons_given",
    "strike_counts",
    "waiting_by_kind",
    "waiting_by_path",
    "waiting_cases",
]
