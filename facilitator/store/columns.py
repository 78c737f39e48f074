"""What the tables of a workshop file are made of."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def text(name: str, *, null: bool = False, usual: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=null, server_default=usual)


def number(name: str, *, null: bool = False, usual: int | None = None) -> Column[int]:
    return Column(name, Integer, nullable=null, server_default=None if usual is None else str(usual))


def link(name: str, target: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{target}.id"), nullable=null)


def state(name: str, *columns: SchemaItem) -> Table:
    """A table of what is the case: every row has an id and belongs to the laptop that may change it."""
    return Table(name, metadata, Column("id", Text, primary_key=True), *columns, link("owner", "replica"))
