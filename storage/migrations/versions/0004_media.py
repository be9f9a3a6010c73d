"""Files that people send, fetched by a job of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "media",
        sa.Column("id", KEY, sa.Identity(), primary_key=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("inbox_id", sa.BigInteger(), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), server_default="pending", nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name="fk_media_conversation_id"),
        sa.UniqueConstraint("inbox_id", "ref", name="uq_media_inbox_id_ref"),
        sa.CheckConstraint("state IN ('pending', 'ready', 'failed', 'expired', 'too_large', 'refused')", name=op.f("ck_media_state")),
    )
    due = sa.text("due_at IS NOT NULL")
    op.create_index("ix_media_due", "media", ["due_at"], sqlite_where=due, postgresql_where=due)
    op.create_index("ix_media_ticket_id_id", "media", ["ticket_id", "id"])
