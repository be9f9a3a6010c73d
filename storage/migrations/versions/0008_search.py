"""How contacts are found by what somebody knows of them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOKEN = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "search_token",
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("token", TOKEN, nullable=False),
        sa.PrimaryKeyConstraint("contact_id", "token", name="pk_search_token"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_search_token", "search_token", ["token", "contact_id"])
    op.create_table(
        "search_term",
        sa.Column("id", KEY, sa.Identity(), primary_key=True),
        sa.Column("token", TOKEN, nullable=False),
        sa.Column("sound", sa.Text(), nullable=False),
        sa.Column("frequency", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("token", name="uq_search_term_token"),
    )
