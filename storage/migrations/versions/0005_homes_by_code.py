"""What another program calls a home."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("home", sa.Column("external_id", sa.Text(), nullable=True))
    op.create_index("uq_home_external_id", "home", ["external_id"], unique=True)
