"""Keeping what is being written, and letting it go out: by hand, or by itself at its time.

Every act holds the author's row first, so that saving, publishing and the clock never work on one draft at once.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

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
from app.posts.operations.publishing import publish_writing, tidied


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
    with a time, so that nothing half-written goes out. Raises NotKept, and NotScheduled.
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
        media.hold(_image_ids(writing), writing.video_id, by=by, draft_id=draft.id)
    if publish_at is not None:
        _let_wait(draft, publish_at, by=by, now=now)
    db.session.flush()
    return draft


@operation
def schedule(draft: Draft, *, by: Account, at: datetime, now: datetime) -> Draft:
    """Let a draft go out by itself at `at`; a time it had before is void. Raises NotScheduled."""
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
def publish_draft(draft: Draft, *, by: Account, now: datetime) -> Post:
    """Publish a draft now. Raises publishing.NotPublishable."""
    locked(by)
    return _publish(_mine(draft, by), by=by, now=now)


@operation
def publish_when_due(draft_id: int, *, at: datetime, now: datetime) -> bool:
    """Publish a draft whose time `at` has come; False when it is too early. Given another time or gone, it stays.

    What cannot be published keeps the reason and announces it; pressing on would not help.
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
            _publish(draft, by=by, now=now)
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
    mine = (Draft.account_id == post.author_id) & (Draft.client_key == post.client_key)
    for draft_id in db.session.scalars(delete_rows(Draft).where(mine).returning(Draft.id)).all():
        media.hold([], None, by=db.session.get_one(Account, post.author_id), draft_id=draft_id)


def _size(content: Mapping[str, Any]) -> int:
    return len(json.dumps(content, ensure_ascii=False))


def _unless(reason: Reason | None) -> None:
    if reason:
        raise NotKept(reason)


def _image_ids(writing: Writing) -> list[int]:
    options = writing.poll.options if writing.poll else []
    return [*writing.image_ids, *(one.image_id for one in options if one.image_id)]


def _let_wait(draft: Draft, at: datetime, *, by: Account, now: datetime) -> None:
    others = queries.scheduled_count(by, but=draft.id)
    if reason := rules.why_not_schedule(at, now=now, others=others) or _why_not_publish(draft):
        raise NotScheduled(reason)
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


def _publish(draft: Draft, *, by: Account, now: datetime) -> Post:
    post = publish_writing(Writing.from_json(draft.content), by=by, now=now, client_key=draft.client_key)
    _remove(draft)  # a repeated request finds the post of the first one, and announces nothing
    return post


def _remove(draft: Draft) -> None:
    db.session.execute(delete_rows(Draft).where(Draft.id == draft.id))
