"""The tables of the models are the tables of the migrations, up and down, on both databases."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade

from workbench import create_app, db
from workbench.config import Settings


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path):
    """An application over an empty database."""
    url = "" if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    app = create_app(
        Settings(instance=tmp_path, database=url, secret_key="uji", testing=True, throttle=False)
    )
    with app.app_context():
        yield app
        db.db.session.remove()
        db.db.engine.dispose()


def test_the_migrations_make_exactly_the_tables_of_the_models(fresh):
    upgrade()
    with db.db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.db.metadata) == []


def test_every_migration_can_be_taken_back_and_made_again(fresh):
    upgrade()
    downgrade(revision="base")
    with db.db.engine.connect() as connection:
        left = set(db.db.inspect(connection).get_table_names()) - {"alembic_version"}
    assert left == set()
    upgrade()


def test_the_embedded_database_survives_a_power_cut(app):
    """WAL with full synchronisation: a confirmed save is on the disk."""
    with app.app_context(), db.db.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
