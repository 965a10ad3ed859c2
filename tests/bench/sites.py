"""A site on PostgreSQL for measuring, with the crowd in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import create_app
from app.kernel.database import db
from tests.bench import crowd

_PATIENCE = {"options": "-c statement_timeout=60000"}  # a plan gone wrong must not hang


@contextmanager
def site(database_url: str, folder: Path) -> Iterator[Flask]:
    """The site on that database; jobs wait, nothing is limited."""
    overrides = {
        "TESTING": True, "JOBS": "held", "INSTANCE_DIR": folder, "WTF_CSRF_ENABLED": False, "RATELIMIT_ENABLED": False,
        "SQLALCHEMY_DATABASE_URI": database_url.replace("postgresql://", "postgresql+psycopg://"),
        "SQLALCHEMY_ENGINE_OPTIONS": {"pool_size": 2, "connect_args": _PATIENCE},
        "SOCKET_MODE": "threading", "REDIS_URL": "",
    }  # fmt: skip
    app = create_app(overrides)
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


def gather() -> None:
    """Put the crowd into the empty database of the current app."""
    with db.engine.begin() as connection:
        try:
            with connection.begin_nested():
                connection.execute(text("SET LOCAL session_replication_role = replica"))  # the rows are known to agree
        except DBAPIError:
            pass  # without that right it only takes longer
        crowd.fill(connection)
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
