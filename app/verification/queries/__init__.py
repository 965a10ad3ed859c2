"""Applications, their proofs, verifications and proposed levels."""

from app.verification.queries.applications import (
    application_or_404,
    applications_of,
    count_of,
    decided_page,
    last_application_of,
    own_application_or_404,
    queue_page,
)
from app.verification.queries.due import ending, kept_too_long, past_their_end, verified_people
from app.verification.queries.levels import (
    Measure,
    count_of_levels,
    level_proposal_or_404,
    level_proposals_page,
    open_level_proposals,
    reach_of,
    recently_declined,
    set_measure,
    thresholds,
)
from app.verification.queries.proofs import counts_of_proofs, proof_or_404, proofs_of, proofs_of_account
from app.verification.queries.verifications import verification_of, verification_or_none, verified_page

__all__ = [
    "Measure",
    "application_or_404",
    "applications_of",
    "count_of",
    "count_of_levels",
    "counts_of_proofs",
    "decided_page",
    "ending",
    "kept_too_long",
    "last_application_of",
    "level_proposal_or_404",
    "level_proposals_page",
    "open_level_proposals",
    "own_application_or_404",
    "past_their_end",
    "proof_or_404",
    "proofs_of",
    "proofs_of_account",
    "queue_page",
    "reach_of",
    "recently_declined",
    "set_measure",
    "thresholds",
    "verification_of",
    "verification_or_none",
    "verified_page",
    "verified_people",
]
