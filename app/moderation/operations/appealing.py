"""Objecting to a decision, and answering that."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError

from app.accounts.models import Account
from app.kernel import audit, ids
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.transactions import add, locked, operation
from app.moderation import events, queries, rules
from app.moderation.models import Appeal, Decision
from app.moderation.operations.undoing import take_back


class NotAppealed(Refusal):
    """It is too late, was done before, or says too little."""

    status = 422


class NotAnswered(Refusal):
    """Who has decided does not answer, and nobody answers twice."""


@operation
def appeal(decision: Decision, *, by: Account, words: str, now: datetime) -> Appeal:
    """Object to a decision about oneself, once, within 30 days. Raises NotAppealed."""
    row, words = locked(decision), words.strip()
    has_appealed = queries.appeal_against(row) is not None
    reason = rules.why_not_appeal(row, by, has_appealed=has_appealed, now=now) or rules.why_not_appeal_words(words)
    if reason:
        raise NotAppealed(reason)
    try:
        filed = add(
            Appeal(id=ids.new_id(now), decision_id=row.id, account_id=by.id, words=words, created_at=now,
                   due_at=rules.appeal_due_at(now), state="waiting")
        )  # fmt: skip
    except IntegrityError as error:  # asked twice at the same moment
        raise NotAppealed(rules.APPEALED_ALREADY) from error
    announce(events.AppealFiled(filed.id))
    return filed


@operation
def answer_appeal(appeal: Appeal, *, by: Account, overturns: bool, answer: str, now: datetime) -> None:
    """Answer an appeal against somebody else's decision; `overturns` takes the decision back. Raises NotAnswered."""
    held, answer = locked(appeal), answer.strip()
    decision = locked(db.session.get_one(Decision, held.decision_id))
    if reason := rules.why_not_answer(held, decision, by, answer=answer):
        raise NotAnswered(reason)
    if overturns and decision.undone_at is None:
        take_back(decision, by=by, reason="appeal", now=now)
    held.state = "overturned" if overturns else "upheld"
    held.answer, held.decided_at, held.decided_by = answer, now, by.id
    audit.write("appeals.decide", by=by, now=now, on=("account", held.account_id),
                after={"appeal": str(held.id), "decision": str(decision.id), "state": held.state})  # fmt: skip
    announce(events.AppealDecided(held.id, held.account_id))
