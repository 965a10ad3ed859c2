"""The audit log: rows are added and nothing else; whoever goes around that is found out."""

from contextlib import contextmanager
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from app.kernel import audit, clock
from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.kernel.transactions import operation
from tests.support import makers
from tests.support.threads import at_once, audit_log_unguarded, committed

NOW = datetime(2026, 5, 12, 4, 3, tzinfo=timezone(timedelta(hours=8)))


@operation
def note(act="things.change", **values):
    return audit.write(act, by=values.pop("by", None), now=values.pop("now", NOW), **values)


@pytest.fixture
def log(app, admin):
    """Seven rows of different shapes."""
    rows = [
        note(by=admin, on=("account", 2**62), before={"role": "member"}, after={"role": "moderator"}, reason="新同事"),
        note(after={"limits": ("no_hot", "silenced"), "days": 7, "score": 0.1, 10: "ten", 9: "nine"}),
        note(now=NOW + timedelta(microseconds=123456), reason="nul \0 and 🌱" * 100),
        *(note(on=("post", number)) for number in range(4)),
    ]
    db.session.expire_all()
    return rows


def verify(app, *words):
    return app.test_cli_runner().invoke(args=["audit", "verify", *words])


def tampered(*statements):
    """What somebody does who can lift the triggers."""
    with audit_log_unguarded(db.session.connection()):
        for statement in statements:
            db.session.execute(text(statement))
    db.session.expire_all()


@contextmanager
def refused():
    with pytest.raises(DBAPIError, match="append-only"), db.session.begin_nested():
        yield


def test_an_untouched_log_holds(app, log):
    answer = verify(app)
    last = audit.last_row()
    assert answer.exit_code == 0
    assert f"7 rows. Note this elsewhere: 7:{last.seal}" in answer.output
    assert [row.number for row in log] == [1, 2, 3, 4, 5, 6, 7]
    assert audit.broken_at() is None


def test_an_empty_log_holds(app):
    assert verify(app).output == "The audit log is empty.\n"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_log SET reason = 'never mind' WHERE number = 3",
        "UPDATE audit_log SET number = 99 WHERE number = 3",
        "DELETE FROM audit_log WHERE number = 7",
        "DELETE FROM audit_log",
    ],
)
def test_the_database_refuses_to_change_and_to_remove(log, statement):
    with refused():
        db.session.execute(text(statement))
    assert audit.broken_at() is None


def test_the_database_refuses_to_replace_a_row(log):
    columns = "number, at, actor_id, act, subject_kind, subject_id, before, after, reason, seal"
    chosen = columns.replace("reason", "'never mind'")
    if db.engine.dialect.name == "sqlite":
        statement = f"INSERT OR REPLACE INTO audit_log ({columns}) SELECT {chosen} FROM audit_log WHERE number = 3"
    else:
        statement = (
            f"INSERT INTO audit_log ({columns}) SELECT {chosen} FROM audit_log WHERE number = 3 "
            "ON CONFLICT (number) DO UPDATE SET reason = excluded.reason"
        )
    with refused():
        db.session.execute(text(statement))
    assert audit.broken_at() is None


def test_the_database_refuses_to_empty_the_table(log):
    # SQLite knows no TRUNCATE: its DELETE without WHERE asks the triggers.
    with refused():
        db.session.execute(
            text("TRUNCATE audit_log" if db.engine.dialect.name != "sqlite" else "DELETE FROM audit_log")
        )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("reason", "'never mind'"),
        ("actor_id", "12"),
        ("act", "'things.keep'"),
        ("subject_id", "13"),
        ("at", "'2026-05-12 04:03:00.5'"),
        ("after", "'{\"a\": 1}'"),
        ("seal", "'" + "é" * 64 + "'"),
    ],
)
def test_a_changed_row_is_found(app, log, column, value):
    tampered(f"UPDATE audit_log SET {column} = {value} WHERE number = 4")
    answer = verify(app)
    assert answer.exit_code == 1
    assert "does not hold from row 4 on" in answer.output


def test_a_row_removed_from_the_middle_is_found(app, log):
    tampered("DELETE FROM audit_log WHERE number = 4")
    assert "does not hold from row 4 on" in verify(app).output


def test_a_row_removed_from_the_middle_is_found_though_the_rest_moved_up(app, log):
    tampered(
        "DELETE FROM audit_log WHERE number = 4",
        *(f"UPDATE audit_log SET number = {number - 1} WHERE number = {number}" for number in (5, 6, 7)),
    )
    assert "does not hold from row 4 on" in verify(app).output


def test_the_first_row_removed_is_found(app, log):
    tampered("DELETE FROM audit_log WHERE number = 1")
    assert "does not hold from row 1 on" in verify(app).output


def test_two_rows_swapped_are_found(app, log):
    tampered(
        "UPDATE audit_log SET number = 99 WHERE number = 5",
        "UPDATE audit_log SET number = 5 WHERE number = 6",
        "UPDATE audit_log SET number = 6 WHERE number = 99",
    )
    assert "does not hold from row 5 on" in verify(app).output


def test_a_row_put_in_without_the_key_is_found(app, log):
    columns = "at, actor_id, act, subject_kind, subject_id, before, after, reason, seal"
    tampered(f"INSERT INTO audit_log (number, {columns}) SELECT 8, {columns} FROM audit_log WHERE number = 7")
    assert "does not hold from row 8 on" in verify(app).output


def test_a_log_sealed_with_another_key_is_found(app, log, monkeypatch):
    monkeypatch.setitem(app.config, "SECRET_KEY", "another" * 8)
    assert "does not hold from row 1 on" in verify(app).output


def test_a_tail_cut_off_is_found_by_a_seal_noted_elsewhere(app, log):
    noted = f"7:{log[-1].seal}"
    assert verify(app, "--expects", noted).exit_code == 0
    tampered("DELETE FROM audit_log WHERE number >= 6")
    assert verify(app).exit_code == 0
    answer = verify(app, "--expects", noted)
    assert answer.exit_code == 1
    assert "cut off or replaced" in answer.output


def test_a_tail_written_anew_is_found_by_a_seal_noted_elsewhere(app, log):
    noted = f"7:{log[-1].seal}"
    tampered("DELETE FROM audit_log WHERE number >= 6")
    note(), note()
    assert verify(app).exit_code == 0
    assert "cut off or replaced" in verify(app, "--expects", noted).output


@pytest.mark.parametrize("noted", ["", "7", "7:", ":", "x:y", "7:é", f"{10**30}:00", "-1:0"])
def test_what_was_noted_wrongly_is_not_there(app, log, noted):
    assert verify(app, "--expects", noted).exit_code == (0 if noted == "" else 1)


def test_a_row_is_rolled_back_with_its_act(app, log):
    @operation
    def fail():
        audit.write("things.change", by=None, now=NOW)
        raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert audit.last_row().number == 7
    assert note().number == 8
    assert audit.broken_at() is None


def test_what_cannot_be_sealed_is_refused(app):
    with pytest.raises(ValueError, match="not JSON compliant"):
        note(after={"score": float("nan")})


@pytest.mark.real_commits
def test_fifty_writers_at_once_keep_the_chain_whole(app):
    with committed(app):
        people = [makers.make_account().id for _ in range(50)]

        def write(account_id):
            note(on=("account", account_id), now=clock.now())

        results = at_once(app, [lambda account_id=account_id: write(account_id) for account_id in people])
        db.session.rollback()
        assert [result for result in results if result is not None] == []
        assert db.session.scalar(select(func.count()).select_from(AuditRow)) == 50
        assert set(db.session.scalars(select(AuditRow.subject_id))) == set(people)
        assert audit.broken_at() is None
