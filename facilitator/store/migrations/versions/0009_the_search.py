"""What is said is found by its words: the index is filled when the file is opened next."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "found",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_found"),
        sa.UniqueConstraint("of", "row", name="uq_found_of_row"),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(words, bare, marks, content='', contentless_delete=1,"
        " prefix='2 3', tokenize='unicode61 remove_diacritics 0')"
    )
