"""Notes in full: languages, follow-up, what is coded in them, and how they come of one another."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _number(name: str, usual: int | None = None) -> sa.Column[int]:
    default = None if usual is None else str(usual)
    return sa.Column(name, sa.Integer(), nullable=usual is None, server_default=default)


def _text(name: str, usual: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=usual)


_ADDED = (
    _text("languages", "[]"),
    _text("heard", ""),
    _number("interpreted", 0),
    _text("about", ""),
    _text("charge", ""),
    _text("due", ""),
    _number("settled_at"),
    _number("removed_at"),
)


def _of_note(name: str, *columns: sa.Column[Any], links: tuple[str, ...] = ("note",)) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text(), nullable=False),
        *(_text(link) for link in links),
        *columns,
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(sa.ForeignKeyConstraint([link], ["note.id"], name=f"fk_{name}_{link}") for link in links),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name=f"fk_{name}_owner"),
    )
    for link in links:
        op.create_index(f"ix_{name}_{link}", name, [link])


def upgrade() -> None:
    for column in _ADDED:
        op.add_column("note", column)
    _of_note(
        "coding", _text("code"), _number("begin"), _number("end"), _text("quote", ""), _number("orphaned", 0)
    )
    _of_note("relation", _text("kind"), links=("note", "other"))
