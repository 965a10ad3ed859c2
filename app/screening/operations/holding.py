"""Holding what must wait, noting what is out, and what its author does about it meanwhile."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, delete, select

from app.kernel import ids, settings
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.i18n import LANGUAGES, force_locale
from app.kernel.transactions import add, locked, operation
from app.kernel.upserts import insert_missing
from app.screening import events
from app.screening.models import Act, ReviewItem
from app.screening.operations.judging import Verdict
from app.screening.operations.limiting import impose
from app.screening.operations.presence import note_act
from app.screening.operations.refusals import GONE, NotReviewable
from app.screening.rules import public_network, risk
from app.screening.rules.replaying import FOLLOW, SIGN_UP

ACTS_KEPT_FOR = timedelta(days=7)
DECIDED_KEPT_FOR = timedelta(days=30)
_SUMMARY = 2000


@operation
def hold(
    verdict: Verdict,
    *,
    by: Any,
    now: datetime,
    payload: Mapping[str, Any],
    client_key: str | None = None,
    takes_place: bool = False,
) -> ReviewItem:
    """Keep what `by` wants to do until a reviewer has decided; the same `client_key` again answers the first item.

    With `takes_place` it is held in place of what was handed in under that key before, decided or not.
    `payload` is what its domain needs to do it then. A score that is high enough limits the account as well.
    """
    row = {
        "id": ids.new_id(now), "account_id": by.id, "kind": verdict.said.kind, "is_out": False, "subject_kind": "",
        "subject_id": None, "payload": dict(payload), "words": _summary(verdict), "causes": verdict.causes,
        "score": verdict.score.total, "state": "waiting", "reason": "", "result_id": None, "client_key": client_key,
        "created_at": now, "decided_at": None, "decided_by": None,
    }  # fmt: skip
    if takes_place:
        for former_id in db.session.scalars(delete(ReviewItem).where(*_under(by, client_key)).returning(ReviewItem.id)):
            announce(events.ItemWithdrawn(former_id, by.id))
    if not insert_missing(ReviewItem, [row]):
        return db.session.scalars(select(ReviewItem).where(*_under(by, client_key))).one()
    item = db.session.get_one(ReviewItem, row["id"])
    _note_act(verdict, now)
    announce(events.ItemHeld(item.id, by.id))
    _limit_where_due(verdict, by, now)
    return item


@operation
def note(verdict: Verdict, *, by: Any, now: datetime, on: tuple[str, int]) -> None:
    """What was judged is out, as the thing `on` (kind, id): remember its signs; a reviewer sees what was marked."""
    _note_act(verdict, now)
    if verdict.is_marked:
        add(
            ReviewItem(
                id=ids.new_id(now), account_id=by.id, kind=verdict.said.kind, is_out=True, subject_kind=on[0],
                subject_id=on[1], words=_summary(verdict), causes=verdict.causes, score=verdict.score.total,
                created_at=now,
            )
        )  # fmt: skip


@operation
def note_sign_up(account_id: int, *, address: str, now: datetime) -> None:
    """Somebody has signed up from this address; where that is no public one, it says nothing about neighbours."""
    if network := public_network(address):
        add(Act(id=ids.new_id(now), account_id=account_id, kind=SIGN_UP, network=network, created_at=now))


@operation
def note_follow(account_id: int, *, now: datetime) -> None:
    """An account has followed somebody, or no longer does."""
    add(Act(id=ids.new_id(now), account_id=account_id, kind=FOLLOW, created_at=now))


@operation
def withdraw(item: ReviewItem, *, by: Any, now: datetime) -> None:
    """Its author does not want it any more, or not as it is: nothing of it is kept. Raises NotReviewable."""
    held = locked(item)
    if held.account_id != by.id or held.is_out or held.state == "released":
        raise NotReviewable(GONE)
    if held.state != "withdrawn":
        held.state, held.decided_at = "withdrawn", held.decided_at or now
        _empty(held)
        announce(events.ItemWithdrawn(held.id, by.id))


@operation
def forget_old(now: datetime) -> None:
    """Acts go after a week; what is decided keeps who decided what and when for good, and its words for a month."""
    db.session.execute(delete(Act).where(Act.created_at < now - ACTS_KEPT_FOR))
    decided = ReviewItem.decided_at < now - DECIDED_KEPT_FOR
    old = select(ReviewItem).where(ReviewItem.state != "waiting", decided, ReviewItem.words != "").limit(500)
    for item in db.session.scalars(old):
        was_held = not item.is_out
        _empty(item)
        if was_held:
            announce(events.ItemWithdrawn(item.id, item.account_id))


def _under(by: Any, client_key: str | None) -> tuple[ColumnElement[bool], ...]:
    return ReviewItem.account_id == by.id, ReviewItem.client_key == client_key


def _empty(item: ReviewItem) -> None:
    item.payload, item.words, item.causes = {}, "", []
    db.session.flush()


def _note_act(verdict: Verdict, now: datetime) -> None:
    """Only what shows something is worth a row."""
    trace = verdict.trace
    if trace is None or not (trace.shape is not None or trace.links or trace.mentions):
        return
    note_act(trace.account_id)
    add(
        Act(
            id=ids.new_id(now), account_id=trace.account_id, kind=verdict.said.kind, links=trace.links,
            mentions=trace.mentions, shape=trace.shape, network=trace.network, created_at=now,
        )
    )  # fmt: skip


def _limit_where_due(verdict: Verdict, by: Any, now: datetime) -> None:
    """Comments are reviewed from now on, or nothing can be said at all; the words name the signs and their numbers."""
    if not verdict.score.total or verdict.score.total < settings.value(risk.LIMIT_AT):
        return
    with force_locale(by.language or LANGUAGES[0]):
        signs = [f"{risk.SIGNS[part.name].label} ({part.value})" for part in verdict.score.parts if not part.is_dry_run]
        words = _("Signs of spam: %(signs)s", signs=" · ".join(signs))
    kind = "review_comments" if verdict.said.kind == "comment" else "silenced"
    ends_at = now + timedelta(hours=settings.value(risk.LIMIT_HOURS))
    impose(kind, account_id=by.id, code="risk", words=words, source="risk", by=None, now=now, ends_at=ends_at)


def _summary(verdict: Verdict) -> str:
    said = dict.fromkeys(text for texts in verdict.said.texts.values() for text in texts if text)
    return "\n".join(said)[:_SUMMARY]
