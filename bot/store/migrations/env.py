"""Alembic's way into our migrations: over the connection that `bot.store.migration` hands on."""

from alembic import context

from bot.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
