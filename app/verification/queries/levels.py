"""Whom verified people reach, and the levels proposed for them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from flask import abort
from sqlalchemy import func, select

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel import settings
from app.kernel.database import db
from app.kernel.pagination import Page, oldest_first
from app.verification import rules
from app.verification.models import LevelProposal
from app.verification.rules import Reach

MEASURED = timedelta(days=30)
DECLINED_FOR = timedelta(days=30)

Measure = Callable[[Sequence[int], datetime, int], Mapping[int, tuple[int, int]]]
"""(account ids, since when, days that make a loyal fan) -> (interactions of others, loyal fans) by account."""

_measures: list[Measure] = []


def set_measure(measure: Measure) -> None:
    """Say who counts interactions; called once, at start-up: posts and what happens under them lie above this floor."""
    _measures[:] = [measure]


def reach_of(account_ids: Sequence[int], now: datetime) -> dict[int, Reach]:
    """Whom the accounts reach; interactions and loyal fans are 0 while nobody counts them."""
    people = accounts.accounts_by_ids(account_ids)
    counted = _measures[0](list(people), now - MEASURED, rules.LOYAL_DAYS) if _measures else {}
    return {
        account_id: Reach(account.follower_count, *counted.get(account_id, (0, 0)))
        for account_id, account in people.items()
    }


def thresholds() -> tuple[Reach, int]:
    """What it takes to be proposed for gold, and down to how many per cent of it gold is kept."""
    needed = Reach(**{name: settings.value(key) for name, key in rules.SETTINGS.items()})
    return needed, settings.value(rules.KEEPS)


def level_proposal_or_404(level_id: int) -> LevelProposal:
    """The proposal."""
    return db.session.get(LevelProposal, level_id) or abort(404)


def count_of_levels() -> int:
    """How many proposals wait for staff."""
    query = select(func.count()).select_from(LevelProposal).where(LevelProposal.state == "waiting")
    return db.session.scalar(query) or 0


def level_proposals_page(*, after: int | None) -> Page[tuple[LevelProposal, Account]]:
    """Proposals that wait for staff, the oldest first, each with its account."""
    query = select(LevelProposal).where(LevelProposal.state == "waiting")
    page = oldest_first(query, LevelProposal.id, after=after)
    people = accounts.accounts_by_ids(row.account_id for row in page.items)
    return Page([(row, people[row.account_id]) for row in page.items], page.next_cursor)


def open_level_proposals(account_ids: Iterable[int]) -> dict[int, LevelProposal]:
    """Proposals that wait, by account."""
    waiting = (LevelProposal.state == "waiting", LevelProposal.account_id.in_(list(account_ids)))
    return {row.account_id: row for row in db.session.scalars(select(LevelProposal).where(*waiting))}


def recently_declined(account_ids: Iterable[int], now: datetime) -> set[tuple[int, str]]:
    """(account, level) that staff has declined within the last 30 days: not proposed again for so long."""
    lately = (LevelProposal.state == "declined", LevelProposal.decided_at > now - DECLINED_FOR)
    query = select(LevelProposal.account_id, LevelProposal.to_kind)
    rows = db.session.execute(query.where(*lately, LevelProposal.account_id.in_(list(account_ids))))
    return {(row[0], row[1]) for row in rows}
