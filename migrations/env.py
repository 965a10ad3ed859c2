"""How Alembic reaches the site's database: every migration runs on SQLite and on PostgreSQL, in one transaction."""

from contextlib import contextmanager

from alembic import context
from flask import current_app

from app.kernel.database import UtcDateTime, writing

migrate = current_app.extensions["migrate"]


def render_item(kind, item, autogen_context):
    """Write our column types into migrations as the plain ones they are stored as."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def compare_type(_context, _inspected_column, _metadata_column, _inspected_type, metadata_type):
    """Moments are stored plainly; everything else is compared as usual."""
    return False if isinstance(metadata_type, UtcDateTime) else None


@contextmanager
def without_foreign_keys(connection):
    """SQLite changes a table by writing it anew: meanwhile rows that point to it must not be in the way."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    yield
    if broken := driver.execute("PRAGMA foreign_key_check").fetchall():
        raise RuntimeError(f"the migration has left rows that point nowhere: {broken[:5]}")
    driver.execute("PRAGMA foreign_keys=ON")


def run() -> None:
    """Bring the database to the wanted revision."""
    settings = {**migrate.configure_args, "compare_type": compare_type}
    with writing(), migrate.db.engine.connect() as connection, without_foreign_keys(connection):
        context.configure(
            connection=connection,
            target_metadata=migrate.db.metadata,
            render_item=render_item,
            **settings,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
