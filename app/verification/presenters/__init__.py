"""Applications and verifications as the pages show them."""

from app.verification.presenters.applications import (
    ApplicationView,
    ProofView,
    application_view,
    application_views,
    proof_views,
)
from app.verification.presenters.lines import BadgeLine, badge_line
from app.verification.presenters.page import VerificationPage, verification_page
from app.verification.presenters.reach import FigureView, figure_views
from app.verification.presenters.verifications import VerificationView, verification_view
from app.verification.presenters.words import KIND_LABELS, ORGANISATION_LABELS, STATE_LABELS, sort_of

__all__ = [
    "KIND_LABELS",
    "ORGANISATION_LABELS",
    "STATE_LABELS",
    "ApplicationView",
    "BadgeLine",
    "FigureView",
    "ProofView",
    "VerificationPage",
    "VerificationView",
    "application_view",
    "application_views",
    "badge_line",
    "figure_views",
    "proof_views",
    "sort_of",
    "verification_page",
    "verification_view",
]
