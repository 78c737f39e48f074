"""Many rows go into their table at once, as fast as the driver takes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table

from facilitator.store.journal import usual_in


def put_in(
    connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]], *, is_there: bool = False
) -> None:
    """The rows are in their table; those of which one `is_there` take its place.

    Where all have in a column what is usual there, the statement says so: the driver takes longer for each.
    """
    usual = {number: literal for number, value, literal in _usual_cells(table) if _all(rows, number, value)}
    columns = [f'"{column.name}"' for column in table.columns]
    values = ", ".join(usual.get(number, "?") for number in range(len(columns)))
    bulk = f'INSERT INTO "{table.name}" ({", ".join(columns)}) VALUES ({values})'  # noqa: S608 - our own names
    if is_there:
        instead = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
        bulk += f" ON CONFLICT (id) DO UPDATE SET {instead}"
    told = itemgetter(*(number for number in range(len(columns)) if number not in usual))
    connection.exec_driver_sql(bulk, list(map(told, rows)))


def _all(rows: Sequence[tuple[Any, ...]], number: int, value: object) -> bool:
    return rows[0][number] == value and [row[number] for row in rows].count(value) == len(rows)


@cache
def _usual_cells(table: Table) -> Sequence[tuple[int, Any, str]]:
    """Return of each column that need not be told its number, and what stands there then, also as SQL."""
    usual = zip(table.columns, usual_in(table).values(), strict=True)
    return [
        (number, value, _literal(value))
        for number, (column, value) in enumerate(usual)
        if column.nullable or value is not None
    ]


def _literal(value: int | str | None) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"
