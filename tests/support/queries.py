"""Counting SQL."""

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from app.kernel.database import db


class QueryCounter:
    """Counts the statements inside a `with` block (savepoints and BEGIN are not work) and fails above `most`."""

    def __init__(self, engine: Engine, most: int) -> None:
        self.engine, self.most = engine, most
        self.statements: list[str] = []

    def __enter__(self) -> "QueryCounter":
        event.listen(self.engine, "before_cursor_execute", self._note)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: Any) -> None:
        event.remove(self.engine, "before_cursor_execute", self._note)
        if kind is None and len(self.statements) > self.most:
            listing = "\n".join(f"{i}. {text[:300]}" for i, text in enumerate(self.statements, 1))
            raise AssertionError(f"{len(self.statements)} statements instead of at most {self.most}:\n{listing}")

    def _note(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "PRAGMA")):
            self.statements.append(statement)


def asked_by(app: Flask, client: FlaskClient, path: str) -> list[str]:
    """The statements that a page has taken, fetched for the first time."""
    app.extensions["cache"].clear()
    db.session.commit()
    db.session.expunge_all()
    with QueryCounter(db.engine, 1000) as counter:
        answer = client.get(path)
    assert answer.status_code == 200, path
    return counter.statements
