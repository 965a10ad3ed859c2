"""What has become due by the clock alone."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import exists, select

from app.kernel.database import db
from app.verification import rules
from app.verification.models import Application, Verification

AT_ONCE = 200


def kept_too_long(now: datetime) -> list[Application]:
    """Applications answered or withdrawn 30 days ago or earlier whose papers are still here."""
    due = Application.decided_at <= now - rules.PROOFS_KEPT
    query = select(Application).where(due, Application.purged_at.is_(None)).order_by(Application.decided_at)
    return list(db.session.scalars(query.limit(AT_ONCE)))


def ending(now: datetime) -> list[Verification]:
    """Verifications that end within 30 days and whose owner has not been told."""
    soon = (Verification.expires_at <= now + rules.REMINDED_BEFORE, Verification.expires_at > now)
    query = select(Verification).where(*soon, Verification.ended_at.is_(None), Verification.reminded_at.is_(None))
    return list(db.session.scalars(query.order_by(Verification.expires_at).limit(AT_ONCE)))


def past_their_end(now: datetime) -> list[Verification]:
    """Verifications that are over; while a renewal waits for staff, nobody loses her V to a long queue."""
    renewal = exists().where(Application.account_id == Verification.account_id, Application.state == "waiting")
    query = select(Verification).where(Verification.expires_at <= now, Verification.ended_at.is_(None), ~renewal)
    return list(db.session.scalars(query.order_by(Verification.expires_at).limit(AT_ONCE)))


def verified_people(*, size: int) -> Iterator[list[Verification]]:
    """Everybody with a level (orange, gold), in batches."""
    last = 0
    while rows := _people_after(last, size):
        yield rows
        last = rows[-1].account_id


def _people_after(last: int, size: int) -> list[Verification]:
    people = (Verification.kind.in_(("orange", "gold")), Verification.ended_at.is_(None))
    query = select(Verification).where(*people, Verification.account_id > last).order_by(Verification.account_id)
    return list(db.session.scalars(query.limit(size)))
