"""What staff has decided about somebody, for the export of her data."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from app.accounts.models import Account
from app.kernel.database import db
from app.moderation.models import Appeal, Decision, Report, Strike


def exported_decisions(account: Account) -> Iterator[dict[str, Any]]:
    """Decisions about her with the appeals, strikes, and what she has reported; who of the staff did it is not said."""
    mine = select(Decision).where(Decision.account_id == account.id).order_by(Decision.id)
    for one in db.session.scalars(mine):
        yield {
            "about": "decision", "kind": one.kind, "on": one.subject_kind, "reason": one.reason, "words": one.words,
            "at": one.created_at.isoformat(), "undone_at": one.undone_at.isoformat() if one.undone_at else None,
        }  # fmt: skip
    for appeal in db.session.scalars(select(Appeal).where(Appeal.account_id == account.id).order_by(Appeal.id)):
        yield {
            "about": "appeal", "words": appeal.words, "state": appeal.state, "answer": appeal.answer,
            "at": appeal.created_at.isoformat(),
        }  # fmt: skip
    for strike in db.session.scalars(select(Strike).where(Strike.account_id == account.id).order_by(Strike.id)):
        yield {
            "about": "strike", "level": strike.level, "reason": strike.reason, "at": strike.created_at.isoformat(),
            "expires_at": strike.expires_at.isoformat(),
        }  # fmt: skip
    for report in db.session.scalars(select(Report).where(Report.reporter_id == account.id).order_by(Report.id)):
        yield {
            "about": "report", "reason": report.reason, "words": report.words, "at": report.created_at.isoformat()
        }  # fmt: skip
