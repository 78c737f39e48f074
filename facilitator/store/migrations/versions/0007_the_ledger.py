"""The ledger: recommendations in full, what they answer to, and who agreed to be named."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def _number(name: str, usual: int | None = None) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default=None if usual is None else str(usual))


def _text(name: str, usual: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=usual)


def _or_none(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=True)


_LISTS = (
    "levels",
    "themes",
    "ddpa",
    "groups",
    "persons",
    "areas",
    "instruments",
    "goals",
    "modalities",
    "objectives",
)
_ADDED: dict[str, tuple[sa.Column[Any], ...]] = {
    "participant": (_text("attribution", ""),),
    "note": (_text("attribution", ""),),
    "recommendation": (
        _text("original", ""),
        _text("verb", ""),
        _text("voice", "participants"),
        *(_text(name, "[]") for name in _LISTS),
        _or_none("question"),
        _text("agreement", ""),
        _text("agreement_note", ""),
        _text("status", "captured"),
        _text("attribution", ""),
        _text("sensitivity", "none"),
        _text("indicator", ""),
        _text("timeline", ""),
        _text("responsible", ""),
        _text("remarks", ""),
        _text("revision", ""),
        _or_none("merged_into"),
        _or_none("split_from"),
        _or_none("alternative_of"),
        _number("alternative", 0),
    ),
}


def _state(name: str, *columns: sa.Column[Any], links: tuple[str, ...] = (), found_by: str = "") -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text(), nullable=False),
        *(_text(link) for link in links),
        *columns,
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(sa.ForeignKeyConstraint([link], [f"{link}.id"], name=f"fk_{name}_{link}") for link in links),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name=f"fk_{name}_owner"),
    )
    if found_by:
        op.create_index(f"ix_{name}_{found_by}", name, [found_by])


def upgrade() -> None:
    for table, columns in _ADDED.items():
        for column in columns:
            op.add_column(table, column)
    _of_a_recommendation()
    _of_what_was_before()
    _state(
        "consent",
        *map(_or_none, ("participant", "note", "panel")),
        *map(_text, ("level", "how")),
        _number("at"),
    )


def _of_a_recommendation() -> None:
    of = ("recommendation",)
    _state("support", links=("recommendation", "intervention"))
    _state(
        "wording",
        *map(_text, ("language", "text", "translation", "revision")),
        _text("of", ""),
        links=of,
        found_by="recommendation",
    )
    _state(
        "redraft",
        *map(_text, ("language", "text", "revision")),
        _number("at"),
        links=of,
        found_by="recommendation",
    )
    _state(
        "amendment",
        _number("number"),
        *map(_text, ("language", "text", "base")),
        _number("at"),
        _text("state", "proposed"),
        _text("proposer", ""),
        _text("reason", ""),
        links=of,
        found_by="recommendation",
    )
    _state(
        "step",
        _number("at"),
        *map(_text, ("was", "becomes")),
        _text("reason", ""),
        _text("who", ""),
        links=of,
        found_by="recommendation",
    )


def _of_what_was_before() -> None:
    lists = ("addressees", "themes", "persons", "groups", "goals")
    _state(
        "earlier",
        _text("source"),
        _number("number"),
        _text("symbol", ""),
        _text("paragraph", ""),
        _text("text"),
        _text("language", ""),
        *(_text(name, "[]") for name in lists),
        _text("detail", "{}"),
    )
    _state(
        "assessment",
        *map(_text, ("kind", "text")),
        _number("at"),
        *map(_or_none, ("panel", "note")),
        links=("earlier",),
        found_by="earlier",
    )
    _state("follows", _text("kind"), links=("recommendation", "earlier"), found_by="recommendation")
    _state("conclusion", _text("consultation"), _number("number"), _text("text"), _text("language", ""))
    _state("input", *map(_or_none, ("panel", "recommendation")), links=("conclusion",), found_by="conclusion")
