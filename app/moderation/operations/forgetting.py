"""What moderation forgets of somebody whose account is closed: words, names and pictures; rows stay, with their ids."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import String, cast, select, update

from app.kernel.database import db
from app.kernel.transactions import operation
from app.moderation import rules
from app.moderation.models import Appeal, Case, Decision, Proposal, Report
from app.moderation.operations import evidence

_AT_ONCE = 200


@operation
def forget(account_id: int) -> None:
    """Wipe what she said and showed in cases, decisions and appeals, what she reported in words, and her name.

    Appeals of hers and proposals about her that wait are withdrawn. Done twice it finds nothing left to do.
    """
    _wipe_own(account_id)
    for model, words in (
        (Decision, Decision.account_id),
        (Proposal, Proposal.account_id),
        (Report, Report.reporter_id),
    ):
        db.session.execute(update(model).where(words == account_id).values(words=""))
    db.session.execute(update(Appeal).where(Appeal.account_id == account_id).values(words="", answer=""))
    for waits in (Appeal, Proposal):  # nobody is left to be answered
        hers = update(waits).where(waits.account_id == account_id, waits.state == "waiting")
        db.session.execute(hers.values(state="withdrawn"))
    _each_naming(Case, Case.snapshot, account_id)
    _each_naming(Report, Report.snapshot, account_id)
    _each_naming(Decision, Decision.snapshot, account_id)


def _wipe_own(account_id: int) -> None:
    """Her own things are kept no longer, pictures included."""
    cases = select(Case.id).where(Case.account_id == account_id)
    _each(select(Case).where(Case.account_id == account_id), _empty)
    _each(select(Report).where(Report.case_id.in_(cases)), _empty)
    _each(select(Decision).where(Decision.account_id == account_id), _empty)


def _empty(row: Case | Report | Decision) -> None:
    evidence.remove(row.snapshot)
    row.snapshot = None if isinstance(row, Report) else {}
    if isinstance(row, Decision):
        row.effects = {name: value for name, value in row.effects.items() if name != "profile"}


def _each_naming(model: Any, column: Any, account_id: int) -> None:
    """Other people's things in which she appears: under whose post it stood, with whom it was said."""
    names_her = cast(column, String).contains(f'"{account_id}"', autoescape=True)

    def clean(row: Any) -> None:
        row.snapshot = rules.without_person(row.snapshot, account_id)

    _each(select(model).where(names_her), clean)


def _each(query: Any, act: Callable[[Any], None]) -> None:
    model = query.column_descriptions[0]["entity"]
    last = 0
    while rows := db.session.scalars(query.where(model.id > last).order_by(model.id).limit(_AT_ONCE)).all():
        for row in rows:
            act(row)
        last = rows[-1].id
        db.session.flush()
