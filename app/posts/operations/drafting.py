"""Keeping what is being written, and letting it go out: by hand, or by itself at its time.

Every act holds the author's row first, so that saving, publishing and the clock never work on one draft at once.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete as delete_rows

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.i18n import force_locale
from app.kernel.transactions import add, locked, operation
from app.media import operations as media
from app.posts import events, queries, rules
from app.posts.models import Draft, Post, Writing
from app.posts.operations.publishing import hold, publish_at_once, tidied
from app.posts.operations.screening import drop_draft, image_ids_of, judged
from app.screening import operations as screening
from app.screening.models import ReviewItem
from app.screening.operations import Verdict


class NotKept(Refusal):
    """The draft cannot be kept."""


class NotScheduled(Refusal):
    """The post cannot wait for that time."""


@operation
def keep_draft(
    writing: Writing, *, by: Account, now: datetime, client_key: str, publish_at: datetime | None = None
) -> Draft:
    """Keep what is being written under its client key, over what was kept there before.

    With `publish_at` it goes out by itself at that time. What already waits for a time is written over only together
    with a time, so that nothing half-written goes out. Raises NotKept, NotScheduled, and screening.NotAllowed for a
    time given to what could not be published.
    """
    locked(by)
    draft = queries.draft_by_key(by, client_key)
    if draft is None and queries.post_by_key(by, client_key):
        raise NotKept(rules.ALREADY_OUT)
    if draft is not None and draft.publish_at and publish_at is None:
        raise NotKept(rules.IS_WAITING)
    content = writing.as_json()
    takes_room = draft is None and publish_at is None
    _unless(rules.why_not_keep(size=_size(content), others=queries.draft_count(by) if takes_room else 0))
    if draft is None:
        draft = add(Draft(id=ids.new_id(now), account_id=by.id, client_key=client_key, created_at=now, updated_at=now))
    if draft.content != content:
        draft.content, draft.updated_at = content, now
        media.hold(image_ids_of(writing), writing.video_id, by=by, draft_id=draft.id)
    if publish_at is not None:
        _let_wait(draft, publish_at, by=by, now=now)
    db.session.flush()
    return draft


@operation
def schedule(draft: Draft, *, by: Account, at: datetime, now: datetime) -> Draft:
    """Let a draft go out by itself at `at`; a time it had before is void. Raises NotScheduled, screening.NotAllowed."""
    locked(by)
    _let_wait(_mine(draft, by), at, by=by, now=now)
    return draft


@operation
def unschedule(draft: Draft, *, by: Account, now: datetime) -> Draft:
    """Take a draft's time away: it waits for its author again. Raises NotKept."""
    locked(by)
    if _mine(draft, by).publish_at:
        _unless(rules.why_not_keep(size=_size(draft.content), others=queries.draft_count(by)))
        draft.publish_at, draft.failure, draft.updated_at = None, "", now
        db.session.flush()
    return draft


@operation
def discard_draft(draft: Draft, *, by: Account) -> None:
    """Throw a draft away; its pictures go with the next sweep. Done twice it changes nothing."""
    locked(by)
    media.hold([], None, by=by, draft_id=draft.id)
    _remove(draft)


@operation
def reopen(item: ReviewItem, *, by: Account, now: datetime) -> Draft:
    """Make a draft of what was not let out, pictures and all; it waits for nobody any more. Raises NotKept."""
    held = locked(item)
    if held.account_id != by.id or held.kind != "post" or held.state not in ("refused", "failed") or not held.payload:
        raise NotKept(rules.ALREADY_OUT)
    draft = keep_draft(Writing.from_json(held.payload), by=by, now=now, client_key=str(uuid4()))
    screening.withdraw(held, by=by, now=now)
    return draft


def publish_draft(draft: Draft, *, by: Account, now: datetime) -> Post:
    """Publish a draft now. Raises what publishing.publish_writing raises; never inside another act."""
    writing, verdict = judged(tidied(Writing.from_json(draft.content)), by=by, now=now)
    if verdict.must_wait:
        _handed_in(draft, writing, verdict, by=by, now=now)
        raise screening.Held
    return _published(draft, writing, verdict, by=by, now=now)


@operation
def publish_when_due(draft_id: int, *, at: datetime, now: datetime) -> bool:
    """Publish a draft whose time `at` has come; False when it is too early. Given another time or gone, it stays.

    What cannot be published keeps the reason and announces it; pressing on would not help. What a reviewer must see
    first waits for her.
    """
    draft = db.session.get(Draft, draft_id)
    if draft is None:
        return True
    by = locked(db.session.get_one(Account, draft.account_id))
    draft = db.session.get(Draft, draft_id, populate_existing=True)
    if draft is None or draft.publish_at != at or draft.failure:
        return True
    if now < at:
        return False
    try:
        with db.session.begin_nested():
            _let_go_out(draft, by=by, now=now)
    except Refusal as refusal:
        with force_locale(by.language or "zh"):
            draft.failure = str(refusal.reason)[:200]
        announce(events.ScheduledPostFailed(draft.id, by.id))
    return True


@operation
def clear_draft(post_id: int) -> None:
    """The draft of a post that is out is done with, in the same transaction; pictures it held in vain may go."""
    post = db.session.get(Post, post_id)
    if post is None or post.client_key is None:
        return
    drop_draft(db.session.get_one(Account, post.author_id), post.client_key)


@operation
def _handed_in(draft: Draft, writing: Writing, verdict: Verdict, *, by: Account, now: datetime) -> ReviewItem:
    locked(by)
    return hold(writing, verdict, by=by, now=now, client_key=_mine(draft, by).client_key)


@operation
def _published(draft: Draft, writing: Writing, verdict: Verdict, *, by: Account, now: datetime) -> Post:
    locked(by)
    post = publish_at_once(writing, by=by, now=now, client_key=_mine(draft, by).client_key, verdict=verdict)
    _remove(draft)  # a repeated request finds the post of the first one, and announces nothing
    return post


def _let_go_out(draft: Draft, *, by: Account, now: datetime) -> None:
    writing, verdict = judged(tidied(Writing.from_json(draft.content)), by=by, now=now)
    if verdict.must_wait:
        item = _handed_in(draft, writing, verdict, by=by, now=now)
        announce(events.ScheduledPostHeld(item.id, by.id))
    else:
        _published(draft, writing, verdict, by=by, now=now)


def _size(content: Mapping[str, Any]) -> int:
    return len(json.dumps(content, ensure_ascii=False))


def _unless(reason: Reason | None) -> None:
    if reason:
        raise NotKept(reason)


def _let_wait(draft: Draft, at: datetime, *, by: Account, now: datetime) -> None:
    others = queries.scheduled_count(by, but=draft.id)
    if reason := rules.why_not_schedule(at, now=now, others=others) or _why_not_publish(draft):
        raise NotScheduled(reason)
    judged(tidied(Writing.from_json(draft.content)), by=by, now=now)
    draft.publish_at, draft.failure, draft.updated_at = at.astimezone(UTC), "", now
    db.session.flush()
    announce(events.PostScheduled(draft.id, draft.publish_at.isoformat()))


def _why_not_publish(draft: Draft) -> Reason | None:
    """What is wrong with it already is said now, while its author is there to mend it."""
    writing = tidied(Writing.from_json(draft.content))
    return rules.why_not_publish(writing) or (rules.why_not_ask(writing.poll) if writing.poll else None)


def _mine(draft: Draft, by: Account) -> Draft:
    """The draft as it is now; published or thrown away in another window, it is not there any more."""
    found = queries.draft_by_key(by, draft.client_key)
    if found is None or found.id != draft.id:
        raise NotKept(rules.ALREADY_OUT)
    return found


def _remove(draft: Draft) -> None:
    db.session.execute(delete_rows(Draft).where(Draft.id == draft.id))
