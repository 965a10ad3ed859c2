"""Who may object to what, until when, and who answers."""

from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from app.accounts import rules as accounts
from app.accounts.models import Account
from app.kernel.errors import Reason
from app.moderation.models import Appeal, Decision

APPEALABLE = ("take_down", "warn", "limit", "ban")
APPEALABLE_FOR = timedelta(days=30)
WORDS_LEAST = 10
WORDS_MAX = 1000
ANSWER_MAX = 500

NOT_YOURS = Reason("not_yours", _l("This decision is not about you."))
TOO_LATE = Reason("too_late", _l("An appeal is possible for 30 days; they are over."))
UNDONE = Reason("undone", _l("This decision has been taken back already."))
APPEALED_ALREADY = Reason("appealed_already", _l("You have appealed already. Each decision can be appealed once."))
TOO_SHORT = Reason("too_short", _l("Tell us in at least 10 characters why you think the decision is wrong."))
TOO_LONG = Reason("too_long", _l("At most 1,000 characters, please."))
MAY_NOT_ANSWER = Reason("forbidden", _l("Your role does not include this."))
OWN_DECISION = Reason("own_decision", _l("You have taken part in this decision. Somebody else has to answer."))
ABOUT_YOURSELF = Reason("about_yourself", _l("This is about you. Somebody else has to decide."))
ANSWERED_ALREADY = Reason("answered_already", _l("Somebody else has just answered this appeal."))
ANSWER_NEEDED = Reason("answer_needed", _l("Write an answer: the person is told it."))
ANSWER_TOO_LONG = Reason("answer_too_long", _l("At most 500 characters, please."))


def why_not_appeal(decision: Decision, by: Account, *, has_appealed: bool, now: datetime) -> Reason | None:
    """Why an account cannot object to a decision, its words aside."""
    if decision.account_id != by.id or decision.kind not in APPEALABLE:
        return NOT_YOURS
    if decision.undone_at is not None:
        return UNDONE
    if has_appealed:
        return APPEALED_ALREADY
    return TOO_LATE if now - decision.created_at > APPEALABLE_FOR else None


def why_not_words(words: str) -> Reason | None:
    """What is wrong with the words of an appeal."""
    if len(words) < WORDS_LEAST:
        return TOO_SHORT
    return TOO_LONG if len(words) > WORDS_MAX else None


def why_not_answer(appeal: Appeal, decision: Decision, by: Account, *, answer: str) -> Reason | None:
    """Why this member of staff cannot answer so: neither who decided nor who seconded it may."""
    if not accounts.may(by, "appeals.decide"):
        return MAY_NOT_ANSWER
    if appeal.account_id == by.id:
        return ABOUT_YOURSELF
    if by.id in (decision.by_id, decision.second_id):
        return OWN_DECISION
    if appeal.state != "waiting":
        return ANSWERED_ALREADY
    if not answer:
        return ANSWER_NEEDED
    return ANSWER_TOO_LONG if len(answer) > ANSWER_MAX else None
