"""What an account did lately, as far as spam shows in it: read in one statement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, literal, select, union_all

from app.kernel import cache
from app.kernel.database import db
from app.screening.models import Act, RiskRule
from app.screening.queries import limits
from app.screening.rules import risk, shapes
from app.screening.rules.replaying import FOLLOW, SIGN_UP
from app.screening.rules.risk import Sign

_MOST = 400  # acts of one account within a day that are looked at
_KEPT_FOR = 30  # seconds: how late another process may hear of a changed rule
SIGNS_KEY = "screening:signs"


@dataclass(frozen=True, slots=True)
class Trace:
    """What is looked at when somebody is about to say something."""

    account_id: int
    shape: int | None
    links: int
    mentions: int
    network: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How an account stands: what holds it (kind and end, None without one), and the numbers behind the signs."""

    limits: list[tuple[str, datetime | None]]
    values: dict[str, int]


def signs() -> dict[str, Sign]:
    """All signs as they are set now."""
    kept: dict[str, tuple[int, int, bool, bool]] | None = cache.get(SIGNS_KEY)
    if kept is None:
        rows = db.session.scalars(select(RiskRule))
        kept = {row.name: (row.threshold, row.points, row.is_on, row.is_dry_run) for row in rows}
        cache.put(SIGNS_KEY, kept, seconds=_KEPT_FOR)
    return {name: _as_set(sign, kept) for name, sign in risk.SIGNS.items()}


def standing_of(account_id: int, trace: Trace | None, *, born_at: datetime, now: datetime) -> Standing:
    """What holds an account, and the number behind every sign, what is about to be said included: one statement."""
    since = now - risk.A_DAY
    parts = [limits.holding(account_id, now)]
    if trace is not None:
        own = select(
            literal("own").label("tag"), Act.account_id, Act.kind, Act.links, Act.mentions, Act.shape, Act.created_at
        ).where(Act.account_id == account_id, Act.created_at > since)
        parts.append(own.order_by(Act.created_at.desc()).limit(_MOST).subquery().select())
        if trace.shape is not None:
            same = (Act.shape.in_(shapes.neighbours(trace.shape)), Act.created_at > since)
            parts.append(_others("same", account_id, same))
        if trace.network:
            near = (Act.network == trace.network, Act.kind == SIGN_UP, Act.created_at > since)
            parts.append(_others("near", account_id, near))
    rows = db.session.execute(union_all(*parts) if len(parts) > 1 else parts[0]).all()
    held = [(row.kind, row.created_at) for row in rows if row.tag == "limit"]
    return Standing(held, _values(rows, trace, born_at, now) if trace is not None else {})


def _values(rows: Sequence[Row[Any]], trace: Trace, born_at: datetime, now: datetime) -> dict[str, int]:
    mine = [row for row in rows if row.tag == "own"]
    said = [row for row in mine if row.kind not in (FOLLOW, SIGN_UP)]
    of_late = [row for row in said if row.created_at > now - risk.AN_HOUR]
    return {
        "age": max(0, int((now - born_at).total_seconds() // 3600)),
        "links": trace.links + sum(row.links for row in of_late),
        "mentions": trace.mentions + sum(row.mentions for row in of_late),
        "same_own": _same(trace.shape, [row.shape for row in said]),
        "same_others": len({row.account_id for row in rows if row.tag == "same"}),
        "network": len({row.account_id for row in rows if row.tag == "near"}),
        "churn": sum(row.kind == FOLLOW and row.created_at > now - risk.AN_HOUR for row in mine),
    }


def acts_since(since: datetime, *, most: int) -> list[Act]:
    """What everybody did lately, the oldest first; the newest `most` of it."""
    newest = select(Act).where(Act.created_at > since).order_by(Act.created_at.desc(), Act.id.desc()).limit(most)
    return list(db.session.scalars(newest))[::-1]


def _as_set(sign: Sign, kept: Mapping[str, tuple[int, int, bool, bool]]) -> Sign:
    if sign.name not in kept:
        return sign
    threshold, points, is_on, is_dry_run = kept[sign.name]
    return risk.changed(sign, threshold=threshold, points=points, is_on=is_on, is_dry_run=is_dry_run)


def _others(tag: str, account_id: int, conditions: Iterable[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    """Other accounts, each once."""
    nothing = literal(0)
    found = select(
        literal(tag).label("tag"),
        Act.account_id,
        literal("").label("kind"),
        nothing.label("links"),
        nothing.label("mentions"),
        nothing.label("shape"),
        func.max(Act.created_at).label("created_at"),
    ).where(Act.account_id != account_id, *conditions)
    return found.group_by(Act.account_id).limit(100).subquery().select()


def _same(shape: int | None, said: Iterable[int | None]) -> int:
    """How often the same words were said, this time included; 0 where they have no shape."""
    if shape is None:
        return 0
    again = sum(one is not None and shapes.distance(one, shape) <= shapes.NEAR for one in said)
    return again + 1 if again else 0
