"""Limits begin and end here and nowhere else, and every one is announced: no limit is secret."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, text

from app.kernel import audit, ids
from app.kernel.database import db
from app.kernel.events import announce
from app.kernel.transactions import add, current_unit, locked, operation
from app.screening import events
from app.screening.models import LIMITS, SOURCES, Limit

_ONE_AT_A_TIME = 0x6C696D69  # with the account's id: two acts never give one account the same limit twice


@operation
def impose(
    kind: str,
    *,
    account_id: int,
    code: str,
    words: str = "",
    source: str,
    source_id: int | None = None,
    by: Any | None,
    now: datetime,
    ends_at: datetime | None = None,
) -> Limit:
    """Limit an account from now on, until `ends_at` or until the limit is lifted; the account is told.

    `code` names the reason, `words` say it to the person. The same `source` (and `source_id`) brings each kind once:
    asked again while that limit holds, the answer is the limit that is there. What no decision stands for is noted in
    the audit log here. Raises ValueError for a kind or source that there is not.
    """
    if kind not in LIMITS or source not in SOURCES:
        raise ValueError(f"no limit {kind!r} from {source!r}")
    _hold(account_id)
    if standing := _standing(kind, account_id, source, source_id, now):
        return standing
    limit = add(
        Limit(
            id=ids.new_id(now), account_id=account_id, kind=kind, code=code, words=words[:500], source=source,
            source_id=source_id, by_id=by.id if by is not None else None, starts_at=now, ends_at=ends_at,
        )
    )  # fmt: skip
    if source != "decision":
        after = {"kind": kind, "code": code, "ends_at": ends_at.isoformat() if ends_at else None}
        audit.write("limits.impose", by=by, now=now, on=("account", account_id), after=after)
    announce(events.LimitImposed(limit.id, account_id))
    return limit


@operation
def lift(limit: Limit, *, by: Any | None, now: datetime, reason: str = "") -> None:
    """End a limit before its time; the account is told. One that has ended already stays as it is."""
    held = locked(limit)
    if held.lifted_at is not None or (held.ends_at is not None and held.ends_at <= now):
        return
    held.lifted_at = now
    db.session.flush()
    before = {"limit": held.id, "kind": held.kind, "code": held.code}
    audit.write("limits.lift", by=by, now=now, on=("account", held.account_id), before=before, reason=reason)
    announce(events.LimitLifted(held.id, held.account_id))


@operation
def note_end(limit_id: int, *, now: datetime) -> datetime | None:
    """Announce that a limit has run out; the time to wait for where it has not yet. Lifted ones say nothing more."""
    limit = db.session.get(Limit, limit_id)
    if limit is None or limit.ends_at is None or limit.lifted_at is not None:
        return None
    if now < limit.ends_at:
        return limit.ends_at
    announce(events.LimitEnded(limit.id, limit.account_id))
    return None


def _hold(account_id: int) -> None:
    current_unit()
    if db.session.get_bind().dialect.name == "postgresql":
        key = (_ONE_AT_A_TIME << 32) ^ (account_id & 0x7FFFFFFFFFFFFFFF)
        db.session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def _standing(kind: str, account_id: int, source: str, source_id: int | None, now: datetime) -> Limit | None:
    """The limit of this kind that the same source has brought already and that still holds."""
    same = select(Limit).where(
        Limit.account_id == account_id, Limit.kind == kind, Limit.source == source,
        Limit.source_id == source_id if source_id is not None else Limit.source_id.is_(None),
        Limit.lifted_at.is_(None),
    )  # fmt: skip
    for limit in db.session.scalars(same.order_by(Limit.id.desc())):
        if limit.ends_at is None or limit.ends_at > now:
            return limit
    return None
