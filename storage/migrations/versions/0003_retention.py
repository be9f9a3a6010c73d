"""What is kept for a while only, and the way to what was parked."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
# All that stands there already counts from the first look on.
BEGIN = "INSERT INTO retention (store, first_id, since) VALUES ('{store}', 1, '1970-01-01T00:00:00.000000+00:00')"


def upgrade() -> None:
    op.create_table(
        "retention",
        sa.Column("store", sa.Text(), nullable=False),
        sa.Column("first_id", sa.BigInteger(), nullable=False),
        sa.Column("last_id", sa.BigInteger(), nullable=True),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("store", "first_id", name="pk_retention"),
    )
    for store in ("inbox", "outbox"):
        op.execute(BEGIN.format(store=store))
    parked = sa.text("result = 'parked'")
    op.create_index("ix_inbox_parked", "inbox", ["id"], sqlite_where=parked, postgresql_where=parked)
