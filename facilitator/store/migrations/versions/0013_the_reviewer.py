"""Who reviews a recommendation: nobody yet where no file told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("recommendation", sa.Column("reviewer", sa.Text(), nullable=False, server_default=""))
