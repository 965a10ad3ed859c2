"""Acts at the same moment, each in a thread and a session of its own, committed for real."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import Connection, text

from app.kernel import audit
from app.kernel.database import db


def at_once(app: Flask, acts: Sequence[Callable[[], Any]]) -> list[Any]:
    """Run all acts together; what each returned or raised, in their order."""
    results: list[Any] = [None] * len(acts)
    start = threading.Barrier(len(acts))

    def run(place: int, act: Callable[[], Any]) -> None:
        with app.app_context():
            start.wait()
            try:
                results[place] = act()
            except Exception as error:
                results[place] = error
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@contextmanager
def committed(app: Flask) -> Iterator[None]:
    """An app context for a test marked `real_commits`; afterwards every table is empty again."""
    with app.app_context():
        try:
            yield
        finally:
            db.session.rollback()
            with db.engine.begin() as connection, audit_log_unguarded(connection):
                for table in reversed(db.metadata.sorted_tables):
                    connection.execute(table.delete())
            db.session.remove()


@contextmanager
def audit_log_unguarded(connection: Connection) -> Iterator[None]:
    """Lift the triggers that keep the audit log as it is, and set them again."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("ALTER TABLE audit_log DISABLE TRIGGER USER"))
        yield
        connection.execute(text("ALTER TABLE audit_log ENABLE TRIGGER USER"))
        return
    for verb in ("update", "delete", "replace"):
        connection.execute(text(f"DROP TRIGGER audit_log_no_{verb}"))
    yield
    for statement in audit.GUARD_SQLITE:
        connection.execute(text(statement))
