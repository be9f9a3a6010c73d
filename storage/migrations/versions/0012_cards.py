"""Cards of tickets in the chats of agents, and who looks after each contract."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "card",
        sa.Column("id", KEY, sa.Identity(), primary_key=True),
        sa.Column("chat_id", KEY, sa.ForeignKey("conversation.id", name="fk_card_chat_id"), nullable=False),
        sa.Column("ticket_id", KEY, sa.ForeignKey("ticket.id", name="fk_card_ticket_id"), nullable=False),
        sa.Column("external_id", sa.Text()),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.UniqueConstraint("ticket_id", "chat_id", name="uq_card_ticket_id_chat_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_card_chat_id", "card", ["chat_id"])
    op.add_column("outbox", sa.Column("card_id", sa.BigInteger()))
    live = sa.text("card_id IS NOT NULL AND due_at IS NOT NULL")
    op.create_index("ix_outbox_card", "outbox", ["card_id"], sqlite_where=live, postgresql_where=live)
    op.add_column("contract", sa.Column("account_manager", sa.Text()))
    op.add_column("contract", sa.Column("maintenance_owner", sa.Text()))
    taken = sa.text("assignee_id IS NOT NULL")
    op.create_index("ix_ticket_assignee", "ticket", ["assignee_id", "id"], sqlite_where=taken, postgresql_where=taken)
