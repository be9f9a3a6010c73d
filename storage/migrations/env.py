"""What Alembic runs: the migrations, in the transaction of whoever asked for them (`storage.migrations.upgrade`)."""

from alembic import context

from storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
