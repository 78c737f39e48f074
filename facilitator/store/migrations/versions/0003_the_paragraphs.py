"""The paragraphs of the report, and how each reads in every language."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _text(name: str, usual: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=usual)


def _state(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text(), nullable=False),
        *columns,
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name=f"fk_{name}_owner"),
    )


def upgrade() -> None:
    _state(
        "paragraph",
        _text("section"),
        sa.Column("place", sa.Float(), nullable=False),
        _text("progress", "draft"),
        _text("original", ""),
        _text("statement", ""),
        _text("kind", ""),
        _text("notes", "[]"),
        sa.Column("recommendation", sa.Text(), nullable=True),
    )
    _state(
        "rendering",
        _text("paragraph"),
        _text("language"),
        _text("text"),
        _text("revision"),
        _text("of", ""),
        sa.ForeignKeyConstraint(["paragraph"], ["paragraph.id"], name="fk_rendering_paragraph"),
    )
    op.create_index("ix_rendering_paragraph", "rendering", ["paragraph"])
