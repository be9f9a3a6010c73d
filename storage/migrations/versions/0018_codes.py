"""Codes that prove who writes."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "code",
        sa.Column("id", KEY, sa.Identity(), nullable=False),
        sa.Column("conversation_id", KEY, sa.ForeignKey("conversation.id", name="fk_code_conversation_id"), nullable=False),
        sa.Column("ticket_id", KEY, sa.ForeignKey("ticket.id", name="fk_code_ticket_id"), nullable=False),
        sa.Column("contact_id", KEY, sa.ForeignKey("contact.id", name="fk_code_contact_id"), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("guesses", sa.SmallInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("proved_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_code"),
    )
    op.create_index("ix_code_conversation_id", "code", ["conversation_id"])
    op.create_index("ix_code_contact_id", "code", ["contact_id"])
