"""Who of those invited has registered: of a workshop that knew no difference, everybody."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("participant", sa.Column("registered", sa.Integer(), nullable=False, server_default="1"))
