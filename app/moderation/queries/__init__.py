"""What was reported, decided and objected to."""

from app.moderation.queries.appeals import (
    appeal_against,
    appeal_or_404,
    appeal_or_none,
    appeals_against,
    proposal_or_404,
    proposal_or_none,
    waiting_appeals,
    waiting_proposal_about,
    waiting_proposals,
)
from app.moderation.queries.bulk import (
    Named,
    accounts_meant,
    bulk_items,
    bulk_jobs,
    bulk_or_404,
    bulk_or_none,
    bulk_states,
    decision_of_bulk,
    next_items,
)
from app.moderation.queries.cases import (
    case_or_404,
    case_or_none,
    newest_print,
    open_case_of,
    open_cases,
    open_count,
    open_key,
    report_in,
    reporter_ids,
    reports_by,
    reports_of,
)
from app.moderation.queries.decisions import (
    History,
    decision_or_404,
    decision_or_none,
    decisions_about,
    history_of,
    strikes_in_force,
)
from app.moderation.queries.evidence import kept_pictures, kept_snapshots
from app.moderation.queries.exporting import exported_decisions
from app.moderation.queries.hearing import staff_ids
from app.moderation.queries.portraits import portrait_of
from app.moderation.queries.queues import QueueAge, queue_ages
from app.moderation.queries.subjects import Subject, subject_or_404, subject_or_none

__all__ = [
    "History",
    "Named",
    "QueueAge",
    "Subject",
    "accounts_meant",
    "appeal_against",
    "appeal_or_404",
    "appeal_or_none",
    "appeals_against",
    "bulk_items",
    "bulk_jobs",
    "bulk_or_404",
    "bulk_or_none",
    "bulk_states",
    "case_or_404",
    "case_or_none",
    "decision_of_bulk",
    "decision_or_404",
    "decision_or_none",
    "decisions_about",
    "exported_decisions",
    "history_of",
    "kept_pictures",
    "kept_snapshots",
    "newest_print",
    "next_items",
    "open_case_of",
    "open_cases",
    "open_count",
    "open_key",
    "portrait_of",
    "proposal_or_404",
    "proposal_or_none",
    "queue_ages",
    "report_in",
    "reporter_ids",
    "reports_by",
    "reports_of",
    "staff_ids",
    "strikes_in_force",
    "subject_or_404",
    "subject_or_none",
    "waiting_appeals",
    "waiting_proposal_about",
    "waiting_proposals",
]
