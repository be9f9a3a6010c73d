"""Messages by the channel's own ids, and people whom nothing reaches."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    op.add_column("conversation", sa.Column("unreachable_since", MOMENT, nullable=True))
    op.add_column("message", sa.Column("external_id", sa.Text(), nullable=True))
    named = sa.text("external_id IS NOT NULL")
    op.create_index("ix_message_external", "message", ["conversation_id", "external_id"], sqlite_where=named, postgresql_where=named)
