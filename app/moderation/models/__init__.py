"""Cases, decisions, appeals, proposals, bulk jobs."""

from app.moderation.models.bulk import BulkItem, BulkJob
from app.moderation.models.cases import SUBJECTS, Case, Report
from app.moderation.models.decisions import DECISIONS, Appeal, Decision, Proposal, Strike

__all__ = [
    "DECISIONS", "SUBJECTS", "Appeal", "BulkItem", "BulkJob", "Case", "Decision", "Proposal", "Report", "Strike",
]  # fmt: skip
