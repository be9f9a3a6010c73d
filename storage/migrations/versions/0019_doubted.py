"""Since when nobody knows whether what was asked last has arrived."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    op.add_column("conversation", sa.Column("doubted_since", MOMENT, nullable=True))
