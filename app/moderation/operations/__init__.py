"""Reporting, deciding, undoing, appealing. Every act of staff is decision, effect, news and a row in the audit log."""

from app.moderation.operations.appealing import NotAnswered, NotAppealed, answer_appeal, appeal
from app.moderation.operations.bulk import NotBulk, cancel_bulk, start_bulk, undo_bulk, work_off_bulk
from app.moderation.operations.deciding import NotDecided, act_on, decide
from app.moderation.operations.forgetting import forget
from app.moderation.operations.looking import look_at_evidence
from app.moderation.operations.reopening import reopen
from app.moderation.operations.reporting import NotReported, open_case, report
from app.moderation.operations.seconding import second
from app.moderation.operations.taking import let_go, take
from app.moderation.operations.undoing import undo

__all__ = [
    "NotAnswered",
    "NotAppealed",
    "NotBulk",
    "NotDecided",
    "NotReported",
    "act_on",
    "answer_appeal",
    "appeal",
    "cancel_bulk",
    "decide",
    "forget",
    "let_go",
    "look_at_evidence",
    "open_case",
    "reopen",
    "report",
    "second",
    "start_bulk",
    "take",
    "undo",
    "undo_bulk",
    "work_off_bulk",
]
