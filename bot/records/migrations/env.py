"""Alembic's entry: it runs on the connection, and inside the transaction, that migrate.py hands over."""

from alembic import context

from bot.records.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
