"""Which tickets ended in a ticket, for news of it."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    ended = sa.text("merged_into IS NOT NULL")
    op.create_index("ix_ticket_merged_into", "ticket", ["merged_into"], sqlite_where=ended, postgresql_where=ended)
