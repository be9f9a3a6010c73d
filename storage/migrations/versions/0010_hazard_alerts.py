"""Alerts of dangers, with who sees to each. One is made of every danger that stands; nobody is called for those again."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STANDING = sa.text("SELECT id, hazards, opened_at FROM ticket WHERE danger")  # a danger opens its ticket, if nothing has before
_RAISE = sa.text("INSERT INTO hazard_alert (ticket_id, kinds, number, words, raised_at) VALUES (:ticket_id, :kinds, '', '', :raised_at)")


def upgrade() -> None:
    op.create_table(
        "hazard_alert",
        sa.Column("id", KEY, sa.Identity(), nullable=False),
        sa.Column("ticket_id", KEY, nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("step", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("acknowledged_at", MOMENT, nullable=True),
        sa.Column("acknowledged_by", sa.Text(), nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_hazard_alert_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_hazard_alert"),
    )
    is_open = sa.text("ended_at IS NULL")
    op.create_index("uq_hazard_alert_open", "hazard_alert", ["ticket_id"], unique=True, sqlite_where=is_open, postgresql_where=is_open)
    told = sa.text("ticket_id IS NOT NULL")
    op.create_index("ix_outbox_about", "outbox", ["ticket_id", "id"], sqlite_where=told, postgresql_where=told)
    connection = op.get_bind()
    for ticket_id, hazards, opened_at in connection.execute(_STANDING).all():
        connection.execute(_RAISE, {"ticket_id": ticket_id, "kinds": json.dumps(list(json.loads(hazards))), "raised_at": opened_at})
