"""How migrations reach the database: through the application's own engine, in batch mode for SQLite."""

from alembic import context
from flask import current_app


def run() -> None:
    """Apply migrations in one transaction, so that a failed one leaves nothing half done."""
    database = current_app.extensions["migrate"].db
    with database.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_as_batch=True,
            compare_type=True,
            transaction_per_migration=False,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
