"""What stands against one another after a merge: which rows, and what each side made of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from facilitator.domain.union import Side
from facilitator.store.ids import AMONG, among
from facilitator.store.tables import STATE, conflict

LINKS = [
    (table.name, column.name, next(iter(column.foreign_keys)).column.table.name)
    for table in STATE.values()
    for column in table.columns
    if column.foreign_keys and column.name != "owner"
]
"""Which column of which table refers to which other table."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A row that reads differently on two laptops: `row` is what is shown now, None if it is not there."""

    kind: str
    id: str
    sides: tuple[Side, ...]
    row: Mapping[str, Any] | None

    @property
    def name(self) -> str:
        return f"{self.kind}:{self.id}"


def standing(connection: Connection, name: str | None = None) -> tuple[Standing, ...]:
    """Return what is in conflict, or of it the one place that is named."""
    wanted = select(conflict).order_by(conflict.c.kind, conflict.c.row)
    if name is not None:
        kind, _, id_ = name.partition(":")
        wanted = wanted.where(conflict.c.kind == kind, conflict.c.row == id_)
    found = connection.execute(wanted).all()
    kinds = {row.kind for row in found}
    rows = {kind: _rows(connection, kind, [row.row for row in found if row.kind == kind]) for kind in kinds}
    return tuple(
        Standing(each.kind, each.row, _sides(each.sides), rows[each.kind].get(each.row)) for each in found
    )


def count(connection: Connection) -> int:
    """Return how many places are in conflict."""
    return connection.execute(select(func.count()).select_from(conflict)).scalar_one()


def hangs_on(connection: Connection, kind: str, id_: str) -> bool:
    """Say whether another row refers to this one."""
    for table, column, parent in LINKS:
        if parent == kind:
            there = select(STATE[table].c.id).where(STATE[table].c[column] == id_).limit(1)
            if connection.execute(there).first() is not None:
                return True
    return False


def _rows(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Return by their ids the rows of a kind that are there."""
    there = f'SELECT * FROM "{STATE[kind].name}" WHERE id IN {AMONG}'  # noqa: S608 - our own names
    found = connection.exec_driver_sql(there, (among(ids),)).mappings()
    return {row["id"]: dict(row) for row in found}


def _sides(told: str) -> tuple[Side, ...]:
    return tuple(Side(*each) for each in json.loads(told))
