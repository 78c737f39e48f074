"""Who sits at a panel's table, what the panel is called in other languages, what it is interpreted into."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("panel", sa.Column("titles", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("panel", sa.Column("interpretation", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "seat",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("panel", sa.Text(), nullable=False),
        sa.Column("participant", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("role", "capacity")),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_seat"),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=f"fk_seat_{name}")
            for name, table in (("panel", "panel"), ("participant", "participant"), ("owner", "replica"))
        ),
    )
