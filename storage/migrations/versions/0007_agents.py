"""Agents, who writes each message, who has a talk, and what each outgoing message is about."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "agent",
        sa.Column("id", KEY, sa.Identity(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("on_call", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("phone", sa.Text()),
        sa.Column("external_id", sa.Text()),
        sa.Column("chat_id", KEY, sa.ForeignKey("conversation.id", name="fk_agent_chat_id")),
        sa.Column("code_hash", sa.Text()),
        sa.Column("code_expires_at", MOMENT),
        sa.Column("removed_at", MOMENT),
        sa.UniqueConstraint("name", name="uq_agent_name"),
        sa.UniqueConstraint("external_id", name="uq_agent_external_id"),
        sa.UniqueConstraint("code_hash", name="uq_agent_code_hash"),
        sa.CheckConstraint("role IN ('agent', 'supervisor', 'admin')", name=op.f("ck_agent_role")),
    )
    op.create_table(
        "agent_identity",
        sa.Column("identity_id", KEY, sa.ForeignKey("identity.id", name="fk_agent_identity_identity_id"), primary_key=True),
        sa.Column("agent_id", KEY, sa.ForeignKey("agent.id", name="fk_agent_identity_agent_id"), nullable=False),
        sa.Column("linked_at", MOMENT, nullable=False),
    )
    op.add_column("conversation", sa.Column("agent_id", sa.BigInteger()))
    op.add_column("conversation", sa.Column("agent_since", MOMENT))
    op.add_column("conversation", sa.Column("lease_until", MOMENT))
    op.add_column("inbox", sa.Column("identity_id", sa.BigInteger()))
    op.add_column("outbox", sa.Column("ticket_id", sa.BigInteger()))
    sent = sa.text("ticket_id IS NOT NULL AND external_id IS NOT NULL")
    op.create_index("ix_outbox_sent", "outbox", ["external_id", "address"], sqlite_where=sent, postgresql_where=sent)
    op.add_column("ticket", sa.Column("assignee_id", sa.BigInteger()))
