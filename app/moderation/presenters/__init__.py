"""Reports, decisions and the state of one's account, as the people concerned see them."""

from app.moderation.presenters.decisions import AppealView, DecisionView, appeal_view, decision_view, decision_views
from app.moderation.presenters.reports import ReportingView, ReportView, report_page, reporting_view
from app.moderation.presenters.status import StatusView, status_view

__all__ = [
    "AppealView",
    "DecisionView",
    "ReportView",
    "ReportingView",
    "StatusView",
    "appeal_view",
    "decision_view",
    "decision_views",
    "report_page",
    "reporting_view",
    "status_view",
]
