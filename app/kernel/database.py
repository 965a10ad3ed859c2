"""The database: one Flask-SQLAlchemy object, its column types, and what SQLite needs to behave."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Annotated, Any

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import BigInteger, DateTime, Engine, Integer, MetaData, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, mapped_column, registry
from sqlalchemy.types import TypeDecorator

from app.kernel import clock, ids
from app.kernel.config import ROOT
from app.kernel.errors import ConfigurationError

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

BigId = BigInteger().with_variant(Integer(), "sqlite")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment in UTC: timestamptz on PostgreSQL, naive UTC on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime reached the database")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Base of all models: constraint names fixed so that migrations are the same everywhere."""

    registry = registry(metadata=MetaData(naming_convention=NAMING), type_annotation_map={datetime: UtcDateTime()})


Id = Annotated[
    int, mapped_column(BigId, primary_key=True, autoincrement=False, default=lambda: ids.new_id(clock.now()))
]
"""A primary key minted by kernel.ids; operations that name their moment pass `id=ids.new_id(now)`."""

db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False, "autoflush": True})
migrate = Migrate(directory=str(ROOT / "migrations"), render_as_batch=True)


def init_app(app: Flask) -> None:
    """Bind the database to the app and teach SQLite WAL, foreign keys and real transactions."""
    db.init_app(app)
    migrate.init_app(app, db)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            _teach_sqlite(db.engine)


def check_reachable(app: Flask) -> None:
    """Raise ConfigurationError with a clear sentence when the database does not answer."""
    with app.app_context():
        try:
            with db.engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        except SQLAlchemyError as error:
            shown = db.engine.url.render_as_string(hide_password=True)
            cause = str(getattr(error, "orig", error)).strip().splitlines()[:1]
            raise ConfigurationError(
                f"The database does not answer at {shown}: {''.join(cause)}. Is it running, and is DATABASE_URL right?"
            ) from error


def check_migrated(app: Flask) -> None:
    """Raise ConfigurationError when the newest migration has not been run yet."""
    newest = ScriptDirectory(str(ROOT / "migrations")).get_current_head()
    with app.app_context(), db.engine.connect() as connection:
        if MigrationContext.configure(connection).get_current_revision() != newest:
            raise ConfigurationError("The database is not prepared for this version. Run: flask --app app db upgrade")


def _teach_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=10000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Any) -> None:
        # A transaction that starts by reading cannot be raised to a writing one while others write:
        # operations take the write lock at once.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing() else "BEGIN")


_writing: ContextVar[bool] = ContextVar("writing", default=False)


def is_writing() -> bool:
    """Whether the code that runs now is inside an operation."""
    return _writing.get()


@contextmanager
def writing() -> Iterator[None]:
    """Transactions begun inside take SQLite's write lock at once; kernel.transactions alone enters it."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)
