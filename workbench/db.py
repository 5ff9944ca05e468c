"""The database object, constraint names, and the clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, DateTime, MetaData, event
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Session, registry
from sqlalchemy.types import TypeDecorator

#: SQLite can only alter constraints that have a name, so every one has had a name from the first migration.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: always aware in Python, whichever database keeps it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC; a naive value is a mistake of ours."""
        if value is None:
            return None
        assert value.tzinfo is not None, "a moment needs its zone"
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read UTC back; SQLite forgets the zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Where every table registers; moments are kept in UTC."""

    registry = registry(
        metadata=MetaData(naming_convention=NAMES),
        type_annotation_map={datetime: Moment, dict[str, Any]: JSON},
    )


db = SQLAlchemy(model_class=Base)
migrate = Migrate(render_as_batch=True)

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


def session() -> Session:
    """The session of this request."""
    return cast(Session, db.session)


def wall_clock() -> datetime:
    """The time of this machine in UTC; tests and the demo put another clock here."""
    return datetime.now(UTC)


def now() -> datetime:
    """This moment in UTC."""
    return wall_clock()


@contextmanager
def refusing_duplicates() -> Iterator[list[str]]:
    """Flush inside; a broken unique constraint rolls back to before and is named in the list."""
    broken: list[str] = []
    try:
        with session().begin_nested():
            yield broken
            session().flush()
    except IntegrityError as error:
        broken.append(str(error.orig))


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Readers never wait for the writer (WAL), a second writer waits, and foreign keys hold.

    `synchronous=FULL`: what was confirmed to a person survives a power cut.
    """
    if type(connection).__module__.startswith("sqlite3"):
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA busy_timeout=10000")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()


@event.listens_for(Engine, "savepoint")
def _begin_before_savepoint(connection: Connection, _name: str) -> None:
    """SQLite's driver opens a transaction only at the first change, and a savepoint outside one commits.

    Opening it late is what we want otherwise: reads hold no snapshot that a later write would trip over, so
    sixty people saving at once wait for each other instead of failing.
    """
    raw = connection.connection.dbapi_connection
    if type(raw).__module__.startswith("sqlite3") and not cast(Any, raw).in_transaction:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
