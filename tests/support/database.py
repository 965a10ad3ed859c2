"""The database of a test run: SQLite in the run's folder, or a fresh one on the PostgreSQL of TEST_DATABASE_URL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from flask_sqlalchemy.session import Session
from psycopg import sql
from sqlalchemy import Connection
from sqlalchemy.engine import make_url

from app.kernel.database import db


class SavepointSession:
    """Binds the app's sessions to one connection: their commits become savepoints inside its transaction."""

    @staticmethod
    def bind_all_to(connection: Connection | None) -> None:
        options: dict[str, Any] = dict(db.session.session_factory.kw)
        options.pop("join_transaction_mode", None)
        options["class_"] = Session
        if connection is not None:
            options["class_"] = type("BoundSession", (Session,), {"get_bind": lambda self, *a, **k: connection})
            options["join_transaction_mode"] = "create_savepoint"
        db.session.session_factory.kw.clear()
        db.session.session_factory.class_ = options.pop("class_")
        db.session.session_factory.kw.update(options)


@contextmanager
def fresh_database_url(instance: Path, worker: str) -> Iterator[str]:
    """The address of an empty database, dropped again after the run where it lives on a server."""
    server = os.environ.get("TEST_DATABASE_URL", "")
    if not server:
        yield f"sqlite:///{instance / 'test.db'}"
        return
    url = make_url(server).set(drivername="postgresql")
    name = f"zhongcao_{os.getpid()}_{worker}"
    admin = url.render_as_string(hide_password=False)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(admin, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
