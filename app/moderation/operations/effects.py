"""What a decision does, and taking just that back. Every effect is noted in `Decision.effects`."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from app.accounts import operations as accounts
from app.accounts.models import Account
from app.engagement import operations as engagement
from app.kernel import i18n, ids
from app.kernel.database import db
from app.kernel.transactions import add, locked
from app.messages import operations as messages
from app.moderation import queries, rules
from app.moderation.models import Decision, Strike
from app.moderation.rules import Step
from app.posts import operations as posts
from app.posts.models import Topic
from app.products import operations as products
from app.screening import operations as screening
from app.screening import queries as limits


def take_down(decision: Decision, *, by: Account, now: datetime) -> None:
    """Hide what the decision is about; a profile is emptied."""
    subject = queries.subject_or_none(decision.subject_kind, decision.subject_id)
    if subject is None:
        return
    row = subject.row
    if subject.kind == "account":
        _note(decision, took_down=True, profile=accounts.reset_profile(row, now=now))
    elif subject.kind == "product":
        state = row.state
        took = products.take_down(row, by=by, reason=_in_words(decision), now=now)
        _note(decision, took_down=took, state=state)
    else:
        _note(decision, took_down=_TAKE_DOWN[subject.kind](row, by, _in_words(decision), now))


def strike(decision: Decision, owner: Account, *, now: datetime) -> Step:
    """Add a strike; answers the step of the ladder that it brings."""
    locked(owner)  # two strikes at the same moment are two steps
    step = rules.step_after(len(queries.strikes_in_force(owner.id, now)))
    row = add(
        Strike(
            id=ids.new_id(now), account_id=owner.id, level=step.level, reason=decision.reason, created_at=now,
            expires_at=rules.expiry_of_strike(now),
        )
    )  # fmt: skip
    _note(decision, strike_id=str(row.id), level=step.level)
    return step


def limit(decision: Decision, kinds: tuple[str, ...], days: int, *, by: Account, now: datetime) -> None:
    """Limit the account for so many days."""
    for kind in kinds:
        _impose(decision, kind, now + timedelta(days=days), by=by, now=now)
    _note(decision, days=days)


def ban(decision: Decision, owner: Account, *, by: Account, now: datetime) -> None:
    """Ban the account until the decision is undone."""
    if accounts.ban(owner, now=now):
        _impose(decision, "banned", None, by=by, now=now)
        _note(decision, banned=True)


def take_back(decision: Decision, *, by: Account, now: datetime) -> None:
    """Undo what this decision did, and nothing else."""
    effects = decision.effects
    owner = db.session.get(Account, decision.account_id) if decision.account_id else None
    has_left = owner is not None and owner.state == "closed"  # of what she said nothing is left to be put back
    if effects.get("took_down") and not has_left:
        _put_back(decision, by, now)
    if effects.get("strike_id"):
        row = db.session.get(Strike, int(effects["strike_id"]))
        if row is not None:
            row.voided_at = now
    for limit_id in effects.get("limit_ids", []):
        if found := limits.limit_or_none(int(limit_id)):
            screening.lift(found, by=by, now=now, reason=decision.reason)
    if effects.get("banned") and owner is not None and not limits.is_limited(owner.id, "banned", now):
        accounts.unban(owner, now=now)


def _put_back(decision: Decision, by: Account, now: datetime) -> None:
    subject = queries.subject_or_none(decision.subject_kind, decision.subject_id)
    if subject is None:
        return
    if subject.kind == "account":
        accounts.put_profile_back(subject.row, decision.effects.get("profile", {}), now=now)
    elif subject.kind == "product":
        products.put_back(subject.row, by=by, now=now, state=decision.effects.get("state", "live"))
    else:
        _PUT_BACK[subject.kind](subject.row, by, now)


def _impose(decision: Decision, kind: str, ends_at: datetime | None, *, by: Account, now: datetime) -> None:
    assert decision.account_id is not None
    imposed = screening.impose(
        kind, account_id=decision.account_id, code=decision.reason, words=decision.words, source="decision",
        source_id=decision.id, by=by, now=now, ends_at=ends_at,
    )  # fmt: skip
    _note(decision, limit_ids=[*decision.effects.get("limit_ids", []), str(imposed.id)])


def _in_words(decision: Decision) -> str:
    """The reason as the page of a topic or product shows it to everybody, in the language of the house."""
    with i18n.force_locale(i18n.LANGUAGES[0]):
        return rules.label_of(decision.reason)


def _withheld(topic: Topic, by: Account, reason: str, now: datetime) -> bool:
    is_new = topic.withheld_at is None
    posts.withhold_from_lists(topic, reason=reason, by=by, now=now)
    return is_new


def _note(decision: Decision, **done: Any) -> None:
    decision.effects = {**decision.effects, **done}
    db.session.flush()


_TAKE_DOWN: dict[str, Callable[[Any, Account, str, datetime], bool]] = {
    "post": lambda row, by, _reason, now: posts.take_down(row, by=by, now=now),
    "comment": lambda row, by, _reason, now: engagement.take_down_comment(row, by=by, now=now),
    "message": lambda row, by, _reason, now: messages.take_down(row, by=by, now=now),
    "topic": _withheld,
}
_PUT_BACK: dict[str, Callable[[Any, Account, datetime], bool | None]] = {
    "post": lambda row, by, now: posts.put_back(row, by=by, now=now),
    "comment": lambda row, by, now: engagement.put_back_comment(row, by=by, now=now),
    "message": lambda row, by, now: messages.put_back(row, by=by, now=now),
    "topic": lambda row, by, now: posts.bring_back_to_lists(row, reason="", by=by, now=now),
}
