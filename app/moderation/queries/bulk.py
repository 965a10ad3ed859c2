"""Acts on many accounts at once: the jobs, their items, and whom a pasted list means."""

from dataclasses import dataclass
from typing import Any

from flask import abort
from sqlalchemy import Select, func, select

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Reason
from app.kernel.pagination import Page, cursor_from, newest_first, oldest_first
from app.moderation import rules
from app.moderation.models import BulkItem, BulkJob, Decision
from app.moderation.models.bulk import MOST

_CHUNK = 400
_LINES = 2 * MOST  # entries that mean nobody are shown beside as many accounts as fit


@dataclass(frozen=True, slots=True)
class Named:
    """One line of a pasted list: what was typed, whom it means (None: nobody), and why it will not be acted on."""

    line: int
    typed: str
    account: Account | None
    problem: Reason | None


def bulk_jobs(*, before: int | None) -> Page[BulkJob]:
    """The jobs, the newest first."""
    return newest_first(select(BulkJob), BulkJob.id, before=before)


def bulk_or_none(bulk_id: int) -> BulkJob | None:
    """The job with this id."""
    return db.session.get(BulkJob, bulk_id) if 0 < bulk_id < 2**63 else None


def bulk_or_404(bulk_id: int) -> BulkJob:
    """The job with this id, or the answer 404."""
    return bulk_or_none(bulk_id) or abort(404)


def bulk_items(job: BulkJob, *, state: str = "", after: int | None = None, size: int = 50) -> Page[BulkItem]:
    """The items of a job (in one state), by account id."""
    return oldest_first(_items(job, state), BulkItem.account_id, after=after, size=size)


def bulk_states(job: BulkJob) -> dict[str, int]:
    """How many items are in which state."""
    query = select(BulkItem.state, func.count()).where(BulkItem.bulk_id == job.id).group_by(BulkItem.state)
    return {row[0]: row[1] for row in db.session.execute(query)}


def next_items(job: BulkJob, states: tuple[str, ...], limit: int) -> list[BulkItem]:
    """The next items to be worked off."""
    query = select(BulkItem).where(BulkItem.bulk_id == job.id, BulkItem.state.in_(states))
    return list(db.session.scalars(query.order_by(BulkItem.account_id).limit(limit)))


def decision_of_bulk(item: BulkItem) -> Decision | None:
    """What was decided about an account by a job: by the job itself, or by who seconded its proposal."""
    if item.state == "done":
        return db.session.get(Decision, item.decision_id)
    hers = select(Decision).where(Decision.account_id == item.account_id, Decision.bulk_id == item.bulk_id)
    return db.session.scalar(hers.limit(1))


def accounts_meant(text: str, *, by: Account) -> list[Named]:
    """Whom each entry of a pasted list means, up to _LINES of them; somebody named twice is noted once."""
    entries = list(rules.names_in(text))[:_LINES]
    by_id = _by_id([name for _line, name in entries])
    by_name = _by_name([name for _line, name in entries])
    seen: set[int] = set()
    found: list[Named] = []
    for line, name in entries:
        account = by_id.get(name) or by_name.get(name.casefold())
        if account is None:
            found.append(Named(line, name, None, rules.NOBODY_OF_THAT_NAME))
        elif account.id not in seen:
            seen.add(account.id)
            found.append(Named(line, name, account, rules.why_left_out(account, by)))
    return found


def _by_id(names: list[str]) -> dict[str, Account]:
    wanted = [number for name in names if (number := cursor_from(name))]
    found: dict[str, Account] = {}
    for start in range(0, len(wanted), _CHUNK):
        some = accounts.accounts_by_ids(wanted[start : start + _CHUNK])
        found |= {str(identity): account for identity, account in some.items()}
    return found


def _by_name(names: list[str]) -> dict[str, Account]:
    found: dict[str, Account] = {}
    for start in range(0, len(names), _CHUNK):
        found |= accounts.accounts_named(names[start : start + _CHUNK])
    return found


def _items(job: BulkJob, state: str) -> Select[Any]:
    query = select(BulkItem).where(BulkItem.bulk_id == job.id)
    return query.where(BulkItem.state == state) if state else query
