"""The floor in full: rules, plans, budgets, a second clock, interruptions and the terms of each turn."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _number(name: str, usual: int | None = None) -> sa.Column[int]:
    default = None if usual is None else str(usual)
    return sa.Column(name, sa.Integer(), nullable=usual is None, server_default=default)


def _text(name: str, usual: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=usual is None, server_default=usual)


_ADDED: dict[str, tuple[sa.Column[Any], ...]] = {
    "category": (_number("warning_ms"), _number("danger_ms")),
    "participant": (_number("number"),),
    "panel": (
        _number("suspended_at"),
        _number("rested_ms", 0),
        _number("step"),
        _number("phase_since"),
        _number("list_closes_at"),
        _number("side_set_ms"),
        _number("side_shown_ms"),
        _number("side_since"),
        _number("side_up"),
    ),
    "allotment": (_text("kind", ""),),
    "pause": (_text("interruption"),),
    "request": (
        _text("category"),
        _number("organisations", 1),
        _number("rank", 0),
        _text("answers"),
        _number("calls", 0),
        _number("overtaken", 0),
        _text("instead_of"),
        _number("terms_allotment_ms"),
        _number("accommodation_ms", 0),
        _number("clock_off", 0),
        _number("interpreted", 0),
        _number("counted", 1),
        _number("words"),
    ),
    "intervention": (
        _text("interrupts"),
        _number("extra_ms", 0),
        _number("warning_ms"),
        _number("danger_ms"),
        _number("grace_ms", 30_000),
        _number("clock_off", 0),
        _number("interpreted", 0),
        _number("counted", 1),
        _number("organisations", 1),
        _number("words"),
        _text("suggested"),
        _text("motive", ""),
    ),
}


def _table_of_panel(name: str, *columns: sa.Column[Any], everywhere: bool = False) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("panel", sa.Text(), nullable=everywhere),
        *columns,
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["panel"], ["panel.id"], name=f"fk_{name}_panel"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name=f"fk_{name}_owner"),
    )


def _required(name: str, type_: type[sa.Integer | sa.Text]) -> sa.Column[Any]:
    return sa.Column(name, type_(), nullable=False)


def upgrade() -> None:
    for table, columns in _ADDED.items():
        for column in columns:
            op.add_column(table, column)
    _table_of_panel(
        "budget",
        _required("category", sa.Text),
        _required("granted_ms", sa.Integer),
        _required("charged_before_ms", sa.Integer),
    )
    _table_of_panel(
        "planned_phase",
        _required("number", sa.Integer),
        _required("phase", sa.Text),
        _required("ms", sa.Integer),
    )
    _table_of_panel("rule", _required("key", sa.Text), _required("value", sa.Text), everywhere=True)
    _one_at_a_time()


def _one_at_a_time() -> None:
    """One has the floor in a panel, and one at most interrupts an intervention."""
    op.drop_index("uq_intervention_one_speaker", "intervention")
    op.create_index(
        "uq_intervention_one_speaker",
        "intervention",
        ["panel"],
        unique=True,
        sqlite_where=sa.text("ended IS NULL AND interrupts IS NULL"),
    )
    op.create_index(
        "uq_intervention_one_interruption",
        "intervention",
        ["interrupts"],
        unique=True,
        sqlite_where=sa.text("ended IS NULL AND interrupts IS NOT NULL"),
    )
