"""What reviewers do with what waits for them."""

from datetime import datetime
from typing import Any

from app.kernel import audit
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.kernel.events import announce
from app.kernel.i18n import LANGUAGES, force_locale
from app.kernel.transactions import locked, operation
from app.screening import events
from app.screening.models import ReviewItem
from app.screening.operations.refusals import ABOUT_YOURSELF, DECIDED, NotReviewable


@operation
def release(item: ReviewItem, *, by: Any, now: datetime) -> ReviewItem:
    """Let it out: what its author wanted is done in this moment, or the item says why it could not be (`failed`).

    What is out already (marked) is cleared by it. Raises NotReviewable for one's own, and for what somebody has
    decided before.
    """
    held = _decided(item, "released", by=by, now=now)
    audit.write("review.release", by=by, now=now, on=("review", held.id), after={"kind": held.kind})
    if not held.is_out:
        announce(events.ItemReleased(held.id, held.account_id, held.kind))
    return held


@operation
def refuse(item: ReviewItem, *, by: Any, reason: str, now: datetime) -> ReviewItem:
    """Do not let it out; its author reads the reason. Raises NotReviewable as `release` does."""
    held = _decided(item, "refused", by=by, now=now)
    held.reason = reason.strip()[:500]
    audit.write("review.refuse", by=by, now=now, on=("review", held.id), after={"kind": held.kind}, reason=held.reason)
    if not held.is_out:
        announce(events.ItemRefused(held.id, held.account_id))
    return held


@operation
def settle(item: ReviewItem, *, result_id: int) -> None:
    """What was let out is done; `result_id` is what came of it."""
    item.result_id = result_id
    db.session.flush()


@operation
def fail(item: ReviewItem, *, refusal: Refusal, language: str) -> None:
    """It was let out, but cannot be done any more: its author reads why, in her language."""
    item.state = "failed"
    with force_locale(language or LANGUAGES[0]):
        item.reason = str(refusal.reason)[:500]
    db.session.flush()


def _decided(item: ReviewItem, state: str, *, by: Any, now: datetime) -> ReviewItem:
    held = locked(item)
    if held.state != "waiting":
        raise NotReviewable(DECIDED)
    if held.account_id == by.id:
        raise NotReviewable(ABOUT_YOURSELF)
    held.state, held.decided_at, held.decided_by = state, now, by.id
    db.session.flush()
    return held
