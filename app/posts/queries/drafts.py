"""What people are writing: only their own, there is no other way to a draft."""

from datetime import datetime

from flask import abort
from sqlalchemy import ColumnElement, func, select

from app.accounts.models import Account
from app.kernel.database import db
from app.posts.models import Draft
from app.posts.rules import DRAFTS_MAX, SCHEDULED_MAX

_HIGHEST_ID = 2**63 - 1


def draft_or_404(draft_id: int, *, of: Account) -> Draft:
    """The draft, if it is this person's; or the answer 404."""
    draft = db.session.get(Draft, draft_id, populate_existing=True) if draft_id <= _HIGHEST_ID else None
    return draft if draft is not None and draft.account_id == of.id else abort(404)


def draft_by_key(account: Account, client_key: str | None) -> Draft | None:
    """The draft that this person keeps under a key, as the database has it now."""
    if not client_key:
        return None
    query = select(Draft).where(Draft.account_id == account.id, Draft.client_key == client_key)
    return db.session.scalar(query.execution_options(populate_existing=True))


def drafts_of(account: Account) -> list[Draft]:
    """What waits for its author, the last touched first."""
    query = select(Draft).where(_mine(account, is_waiting=False)).order_by(Draft.updated_at.desc(), Draft.id.desc())
    return list(db.session.scalars(query.limit(DRAFTS_MAX)))


def scheduled_of(account: Account) -> list[Draft]:
    """What waits for its time, the next one first; what could not go out stands before it."""
    query = select(Draft).where(_mine(account, is_waiting=True)).order_by(Draft.publish_at, Draft.id)
    return list(db.session.scalars(query.limit(2 * SCHEDULED_MAX)))


def newest_draft(account: Account, *, since: datetime) -> Draft | None:
    """What was last written on and not finished since a moment: the composer offers to go on with it."""
    query = select(Draft).where(_mine(account, is_waiting=False), Draft.updated_at >= since)
    return db.session.scalar(query.order_by(Draft.updated_at.desc(), Draft.id.desc()).limit(1))


def draft_count(account: Account) -> int:
    """How many drafts there are beside the scheduled ones."""
    return _count(_mine(account, is_waiting=False))


def scheduled_count(account: Account, *, but: int | None = None) -> int:
    """How many posts wait for their time; those that failed wait no longer. `but`: an id that does not count."""
    return _count(_mine(account, is_waiting=True) & (Draft.failure == "") & (Draft.id != (but or 0)))


def _count(condition: ColumnElement[bool]) -> int:
    return db.session.scalar(select(func.count()).select_from(Draft).where(condition)) or 0


def _mine(account: Account, *, is_waiting: bool) -> ColumnElement[bool]:
    waits = Draft.publish_at.is_not(None) if is_waiting else Draft.publish_at.is_(None)
    return (Draft.account_id == account.id) & waits
