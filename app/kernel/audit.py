"""The audit log: every act of staff, for good. Rows are only ever added, and each seals the one before it.

Database triggers refuse UPDATE and DELETE. The seal is HMAC-SHA256 (RFC 2104) over the seal before and the row, with a
key of the site: whoever goes around the triggers cannot make the rows after a change fit. That the newest rows were cut
off shows only against a seal noted elsewhere: every row is logged with its number and seal.
Rows hold ids, codes and the words of staff; never the words, names or addresses of other people.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import click
import structlog
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import DDL, JSON, Index, String, event, select, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database import Base, BigId, db
from app.kernel.text import number_in
from app.kernel.transactions import add, current_unit

log = structlog.get_logger("audit")
_ONE_AT_A_TIME = 0x61756469  # the advisory lock of the chain
_PAGE = 1000


class AuditRow(Base):
    """One act: who (None: the site itself), what, on what, how it was before and after, and why."""

    __tablename__ = "audit_log"
    __table_args__ = (
        Index("ix_audit_log_actor_id_number", "actor_id", "number"),
        Index("ix_audit_log_subject", "subject_kind", "subject_id", "number"),
        Index("ix_audit_log_act_number", "act", "number"),
    )

    number: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(BigId)
    act: Mapped[str] = mapped_column(String(40))
    subject_kind: Mapped[str] = mapped_column(String(16), default="")
    subject_id: Mapped[int | None] = mapped_column(BigId)
    before: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    after: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    reason: Mapped[str] = mapped_column(String(500), default="")
    seal: Mapped[str] = mapped_column(String(64))


GUARD_SQLITE = [
    f"CREATE TRIGGER audit_log_no_{verb.lower()} BEFORE {verb} ON audit_log "
    "BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END"
    for verb in ("UPDATE", "DELETE")
] + [
    # INSERT OR REPLACE would remove the old row without asking the trigger for DELETE.
    (
        "CREATE TRIGGER audit_log_no_replace BEFORE INSERT ON audit_log "
        "WHEN EXISTS (SELECT 1 FROM audit_log WHERE number = NEW.number) "
        "BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END"
    )
]
GUARD_POSTGRESQL = [
    (
        "CREATE OR REPLACE FUNCTION audit_log_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit_log is append-only'; END $$"
    ),
    (
        "CREATE TRIGGER audit_log_no_change BEFORE UPDATE OR DELETE ON audit_log "
        "FOR EACH ROW EXECUTE FUNCTION audit_log_refuse()"
    ),
    (
        "CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse()"
    ),
]
for _dialect, _statements in (("sqlite", GUARD_SQLITE), ("postgresql", GUARD_POSTGRESQL)):
    for _statement in _statements:
        event.listen(AuditRow.__table__, "after_create", DDL(_statement).execute_if(dialect=_dialect))  # type: ignore[no-untyped-call,unused-ignore]


def write(
    act: str,
    *,
    by: Any,
    now: datetime,
    on: tuple[str, int | None] = ("", None),
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> AuditRow:
    """Add a row inside the operation that does the act. `by`: an account, or None for the site itself.

    `act` is noun.verb (`cases.decide`), `on` is (kind, id); `before` and `after` hold plain values, of what changed.
    """
    current_unit()
    last = _last()
    row = AuditRow(
        number=last.number + 1 if last else 1, at=now, actor_id=by.id if by is not None else None, act=act,
        subject_kind=on[0], subject_id=on[1], before=_plain(before), after=_plain(after),
        reason=reason.replace("\0", "")[:500],
    )  # fmt: skip
    row.seal = _seal_of(row, last.seal if last else "")
    add(row)
    log.info("audit", number=row.number, act=act, actor_id=row.actor_id, seal=row.seal)
    return row


def _plain(values: Mapping[str, Any] | None) -> dict[str, Any]:
    """The values as the database will give them back: what is sealed now is what is read later."""
    plain: dict[str, Any] = json.loads(json.dumps(dict(values or {}), allow_nan=False))
    return plain


def broken_at() -> int | None:
    """The number of the first row that does not fit the one before it; None when the whole log holds."""
    seal, expected = "", 1
    for row in _all_rows():
        if row.number != expected or not _is_same(row.seal, _seal_of(row, seal)):
            return expected
        seal, expected = row.seal, expected + 1
    return None


def last_row() -> AuditRow | None:
    """The newest row."""
    return db.session.scalar(select(AuditRow).order_by(AuditRow.number.desc()).limit(1))


def _last() -> AuditRow | None:
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
    return last_row()


def _all_rows() -> Iterator[AuditRow]:
    number = 0
    while rows := db.session.scalars(
        select(AuditRow).where(AuditRow.number > number).order_by(AuditRow.number).limit(_PAGE)
        .execution_options(populate_existing=True)
    ).all():  # fmt: skip
        yield from rows
        number = rows[-1].number


def _seal_of(row: AuditRow, before: str) -> str:
    fields = [
        before, row.number, row.at.astimezone(UTC).isoformat(), row.actor_id, row.act, row.subject_kind, row.subject_id,
        row.before, row.after, row.reason,
    ]  # fmt: skip
    message = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(_key(), message.encode(), hashlib.sha256).hexdigest()


def _is_same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _key() -> bytes:
    return hashlib.sha256(b"audit:" + str(current_app.config["SECRET_KEY"]).encode()).digest()


audit = AppGroup("audit", help="The audit log.")


@audit.command("verify")
@click.option("--expects", default="", metavar="NUMBER:SEAL", help="A row noted elsewhere: that it is still there.")
def verify(expects: str) -> None:
    """Reckon through the whole audit log; ends with 1 and the first bad row when anything was changed or removed."""
    if (number := broken_at()) is not None:
        raise click.ClickException(f"The audit log does not hold from row {number} on.")
    if expects and not _is_there(expects):
        raise click.ClickException(f"Row {expects} is not in the audit log: its newest rows were cut off or replaced.")
    last = last_row()
    if last is None:
        click.echo("The audit log is empty.")
        return
    click.echo(f"The audit log holds: {last.number} rows. Note this elsewhere: {last.number}:{last.seal}")


def _is_there(noted: str) -> bool:
    number, _, seal = noted.partition(":")
    counted = number_in(number, digits=18)
    row = db.session.get(AuditRow, counted, populate_existing=True) if counted is not None else None
    return row is not None and _is_same(row.seal, seal)
