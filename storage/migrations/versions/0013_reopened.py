"""How often a ticket was reopened."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("ticket", sa.Column("reopened", sa.SmallInteger(), server_default=sa.text("0"), nullable=False))
    op.create_index(
        "ix_ticket_reply_to",
        "ticket",
        ["reply_to", "id"],
        sqlite_where=sa.text("reference IS NOT NULL"),
        postgresql_where=sa.text("reference IS NOT NULL"),
    )
