"""Limits on accounts. Every query of the house that narrows by a limit asks here; none looks into the table itself."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, literal, or_, select

from app.kernel.database import db
from app.screening.models import Limit


def limits_in_force(account_id: int, now: datetime) -> list[Limit]:
    """What an account may not do now, the oldest first."""
    mine = select(Limit).where(Limit.account_id == account_id, *_in_force(now))
    return list(db.session.scalars(mine.order_by(Limit.id)))


def kinds_in_force(account_ids: Collection[int], now: datetime) -> dict[int, list[str]]:
    """What many accounts may not do now, by account id; those without any limit are left out."""
    theirs = select(Limit.account_id, Limit.kind).where(Limit.account_id.in_(account_ids), *_in_force(now)).distinct()
    found: dict[int, list[str]] = {}
    for account_id, kind in db.session.execute(theirs.order_by(Limit.account_id, Limit.kind)):
        found.setdefault(account_id, []).append(kind)
    return found


def limits_of(account_id: int) -> list[Limit]:
    """All limits an account has ever had, the newest first."""
    return list(db.session.scalars(select(Limit).where(Limit.account_id == account_id).order_by(Limit.id.desc())))


def is_limited(account_id: int, kind: str, now: datetime) -> bool:
    """Whether a limit of this kind is in force."""
    mine = select(Limit.id).where(Limit.account_id == account_id, Limit.kind == kind, *_in_force(now))
    return db.session.scalar(mine.limit(1)) is not None


def limited(kind: str, now: datetime) -> Select[int]:
    """The ids of all accounts that a limit of this kind holds: `Account.id.not_in(limited("no_search", now))`."""
    return select(Limit.account_id).where(Limit.kind == kind, *_in_force(now))


def holding(account_id: int, now: datetime) -> Select[*tuple[Any, ...]]:
    """Kind and end of what holds an account now, as rows of queries.signs.standing_of."""
    nothing = literal(0)
    return select(
        literal("limit").label("tag"), Limit.account_id, Limit.kind, nothing.label("links"), nothing.label("mentions"),
        nothing.label("shape"), Limit.ends_at.label("created_at"),
    ).where(Limit.account_id == account_id, *_in_force(now))  # fmt: skip


def limit_or_none(limit_id: int) -> Limit | None:
    """The limit with this id."""
    return db.session.get(Limit, limit_id)


def limits_from(source: str, source_id: int) -> list[Limit]:
    """The limits that one decision has brought, ended ones too."""
    theirs = select(Limit).where(Limit.source == source, Limit.source_id == source_id)
    return list(db.session.scalars(theirs.order_by(Limit.id)))


def _in_force(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Limit.starts_at <= now,
        or_(Limit.ends_at.is_(None), Limit.ends_at > now),
        Limit.lifted_at.is_(None),
    )
