"""Targets of a ticket: what is due, done and paused, and the priority that people assign; and what a person was told of closed hours."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
MOMENTS = ("first_reply_at", "first_reply_due_at", "paused_at", "resolve_due_at", "resolved_at", "soon_late_at")


def upgrade() -> None:
    op.add_column("ticket", sa.Column("assigned_priority", sa.Text(), nullable=True))
    for name in MOMENTS:
        op.add_column("ticket", sa.Column(name, MOMENT, nullable=True))
    op.add_column("ticket", sa.Column("paused_minutes", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("conversation", sa.Column("told_opening_at", MOMENT, nullable=True))
