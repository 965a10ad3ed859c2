"""Accounts as staff looks for them: by name, address, id, network; by state, V, role, limits, age."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import raiseload

from app.accounts import rules
from app.accounts.models import BADGES, STATES, Account, LogIn
from app.kernel.database import db
from app.kernel.pagination import Page, cursor_from, newest_first
from app.moderation.models import Case, Report, Strike
from app.posts.models import Post
from app.screening.models import LIMITS, ReviewItem
from app.screening.queries import limits as in_force

SIZE = 50
SINCE = {"1d": timedelta(hours=24), "7d": timedelta(days=7), "30d": timedelta(days=30)}
LIMITED = ("any", *(kind for kind in LIMITS if kind != "banned"))


@dataclass(frozen=True)
class Wanted:
    """What is looked for; '' stands for anything. What makes no sense counts as ''."""

    q: str = ""
    since: str = ""
    state: str = ""
    badge: str = ""
    role: str = ""
    limit: str = ""
    flagged: bool = False


@dataclass(frozen=True)
class Marks:
    """What staff sees beside an account in a list."""

    limits: tuple[str, ...] = ()
    strikes: int = 0
    open_cases: int = 0
    network: str = ""


def accounts_wanted(wanted: Wanted, *, before: int | None, now: datetime) -> Page[Account]:
    """A page of the accounts that fit, the newest first."""
    conditions = [*_named(wanted.q), *_narrowed(wanted, now)]
    # What a search finds is few, and found by an index of its own: the rest is walked newest first.
    return newest_first(
        select(Account).where(*conditions), Account.id, before=before, size=SIZE, sparse=bool(wanted.q.strip())
    )


def marks_of(account_ids: list[int], *, now: datetime, with_networks: bool) -> dict[int, Marks]:
    """Limits, strikes and open cases of many accounts, and where each was seen last; a statement for each."""
    limits = in_force.kinds_in_force(account_ids, now)
    strikes = _counted(
        Strike.account_id, Strike.account_id.in_(account_ids), Strike.voided_at.is_(None), Strike.expires_at > now
    )
    cases = _counted(Case.account_id, Case.account_id.in_(account_ids), Case.decided_at.is_(None))
    networks = _last_networks(account_ids) if with_networks else {}
    return {
        one: Marks(
            limits=tuple(kind for kind in limits.get(one, ()) if kind != "banned"),
            strikes=strikes.get(one, 0),
            open_cases=cases.get(one, 0),
            network=networks.get(one, ""),
        )
        for one in account_ids
    }


def network_meant(q: str) -> tuple[str, str]:
    """(network, address) that a search names: both '' for other words, the address '' for a whole network."""
    typed = q.strip()
    if address := rules.tidy_address(typed):
        return rules.network_of(address), address
    try:
        return (str(ipaddress.ip_network(typed, strict=False)), "") if "/" in typed else ("", "")
    except ValueError:
        return "", ""


def _named(q: str) -> list[ColumnElement[bool]]:
    typed = q.strip()
    if not typed:
        return []
    network, address = network_meant(typed)
    if network:
        seen = select(LogIn.account_id).where(LogIn.network == network, LogIn.outcome.in_(rules.CAME_IN))
        return [Account.id.in_(seen.where(LogIn.address == address) if address else seen)]
    if "@" in typed.removeprefix("@"):
        return [Account.email == rules.tidy_email(typed)]
    name = rules.tidy_nickname(typed.removeprefix("@")).casefold()
    ways: list[ColumnElement[bool]] = [
        Account.handle_key.contains(name, autoescape=True),
        Account.nickname_key.contains(name, autoescape=True),
    ]
    if identity := cursor_from(typed):
        ways.append(Account.id == identity)
    return [or_(*ways) if name else false()]


def _narrowed(wanted: Wanted, now: datetime) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.since in SINCE:
        conditions.append(Account.created_at >= now - SINCE[wanted.since])
    if wanted.state in STATES:
        conditions.append(Account.state == wanted.state)
    if wanted.badge == "any":
        conditions.append(Account.badge != "")
    elif wanted.badge in BADGES and wanted.badge:
        conditions.append(Account.badge == wanted.badge)
    if wanted.role == "staff":
        conditions.append(Account.role != "member")
    elif wanted.role in rules.ROLES:
        conditions.append(Account.role == wanted.role)
    if wanted.limit in LIMITED:
        kinds = LIMITED[1:] if wanted.limit == "any" else (wanted.limit,)
        conditions.append(or_(*(Account.id.in_(in_force.limited(kind, now)) for kind in kinds)))
    if wanted.flagged:
        conditions.append(_flagged())
    return conditions


def _flagged() -> ColumnElement[bool]:
    """Reported and not decided yet, or something of it waits for review."""
    reported = select(Case.account_id).where(Case.decided_at.is_(None), Case.account_id.is_not(None))
    waiting = select(ReviewItem.account_id).where(ReviewItem.state == "waiting")
    return or_(Account.id.in_(reported), Account.id.in_(waiting))


def _counted(column: Any, *conditions: ColumnElement[bool]) -> dict[int, int]:
    query: Select[Any] = select(column, func.count()).where(*conditions).group_by(column)
    return {row[0]: row[1] for row in db.session.execute(query)}


def _last_networks(account_ids: list[int]) -> dict[int, str]:
    last = (
        select(func.max(LogIn.id))
        .where(and_(LogIn.account_id.in_(account_ids), LogIn.outcome.in_(rules.CAME_IN)))
        .group_by(LogIn.account_id)
    )
    rows = db.session.execute(select(LogIn.account_id, LogIn.network).where(LogIn.id.in_(last)))
    return {row[0]: row[1] for row in rows}


def recent_posts(account_id: int, limit: int = 8) -> list[Post]:
    """The newest public posts of an account, those too that staff have taken down; what is for few stays theirs."""
    query = select(Post).where(
        Post.author_id == account_id,
        Post.audience == "public",
        or_(Post.deleted_at.is_(None), Post.deleted_by == "staff"),
    )
    query = query.order_by(Post.id.desc()).limit(limit).options(raiseload("*"))
    return list(db.session.scalars(query))


def reports_by(account_id: int, limit: int = 20) -> list[tuple[Report, Case]]:
    """What an account has reported, with what became of it; the newest first."""
    query = select(Report, Case).join(Case, Case.id == Report.case_id).where(Report.reporter_id == account_id)
    rows = db.session.execute(query.order_by(Report.id.desc()).limit(limit).options(raiseload("*")))
    return [(report, case) for report, case in rows]
