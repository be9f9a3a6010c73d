"""How far the assistant goes by itself with a ticket, which tickets wait for answers of their customer, and when an agent answered last."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    op.add_column("ticket", sa.Column("supervision", sa.Text()))
    waits = sa.text("status = 'sent_back'")
    op.create_index("ix_ticket_sent_back", "ticket", ["reply_to", "id"], sqlite_where=waits, postgresql_where=waits)
    op.add_column("conversation", sa.Column("answered_at", MOMENT))
