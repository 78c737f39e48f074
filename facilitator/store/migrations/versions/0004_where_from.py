"""Where people and panels come from: lists with their columns, and who is not one person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def _table(name: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text(), nullable=False),
        *columns,
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name=f"fk_{name}_owner"),
    )


def _required(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def upgrade() -> None:
    op.add_column("participant", _text("origin"))
    for name in ("origin", "uid", "room"):
        op.add_column("panel", _text(name))
    _table(
        "origin",
        _required("kind"),
        _required("name"),
        _required("header"),
        _required("terms"),
        sa.Column("at", sa.Integer(), nullable=False),
    )
    _table("apart", _required("one"), _required("other"))
