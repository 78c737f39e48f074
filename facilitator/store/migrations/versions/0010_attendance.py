"""Who was at which panel, in the room or from afar; and how a name is pronounced."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("participant", sa.Column("pronounced", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "attendance",
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("panel", "participant", "state")),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attendance"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_attendance_owner"),
    )
