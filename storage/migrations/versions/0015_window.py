"""Until when people may be written to freely, and what does not go after that."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    op.add_column("conversation", sa.Column("free_until", MOMENT, nullable=True))
    op.add_column("outbox", sa.Column("expires_at", MOMENT, nullable=True))
