"""How Alembic reaches the site's database: every migration runs on SQLite and on PostgreSQL, in one transaction."""

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


def run() -> None:
    """Bring the database to the wanted revision."""
    settings = {**migrate.configure_args, "compare_type": compare_type}
    with writing(), migrate.db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=migrate.db.metadata,
            render_item=render_item,
            **settings,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
