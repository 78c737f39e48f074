"""A person as a row of a list tells of them, and what is wrong with a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from facilitator.intake import words
from facilitator.intake.columns import Columns, column_missing, find_columns
from facilitator.intake.defects import Defect
from facilitator.intake.delimited import Pause, no_pause
from facilitator.intake.faults import UnknownField
from facilitator.intake.legend import Legend
from facilitator.intake.names import as_spoken, joined, name_places
from facilitator.intake.tables import Row, Table

NAME_MISSING = "name_missing"
MORE_CELLS = "more_cells"
NOT_YET = "no"
"""What is said of somebody who is invited and has not registered."""


class Person(NamedTuple):
    """An unknown attribute is the empty string; category and delegation are as the list has them.

    `registered` is "yes" or "no" where the list says so, `number` the short number in plain digits, or what
    stands in its place.
    """

    name: str
    category: str = ""
    delegation: str = ""
    region: str = ""
    gender: str = ""
    language: str = ""
    registered: str = ""
    number: str = ""
    pronounced: str = ""


def person_columns(
    table: Table, fields: Mapping[str, tuple[str, ...]], legend: Legend
) -> tuple[Columns, tuple[int, ...]]:
    """Return the columns of a list of persons, and those that make a name; raises a fault of the columns."""
    columns = find_columns(table.header, fields, legend.columns)
    names = name_places(table.header, columns, legend.columns)
    if not names:
        raise column_missing("name", table.header)
    for field in legend.values.keys() - fields.keys():
        raise UnknownField(field=field, fields=", ".join(fields))
    return columns, names


def read_people(
    rows: Sequence[Row], columns: Columns, names: Sequence[int], legend: Legend, pause: Pause = no_pause
) -> list[Person]:
    """Return the person of each row, column by column; the name is empty if a row has none."""
    told = [_names(rows, names, told="+" in legend.columns.get("name", ""))]
    for field, read in _READ.items():
        pause()
        told.append(_meanings(rows, columns.get(field), legend, field, read))
    pause()
    return list(map(_AS_PERSON, zip(*told, strict=True)))


def surplus(rows: Sequence[Row], width: int) -> list[Defect]:
    """Return the defects of rows that have more filled cells than the table has columns."""
    long = (row for row in rows if len(row.cells) > width)
    return [
        Defect(row.number, "", MORE_CELLS) for row in long if any(cell.strip() for cell in row.cells[width:])
    ]


def cells_of(rows: Sequence[Row], place: int | None) -> list[str]:
    """Return a column's cells as they stand, empty where a row is short or there is no such column."""
    if place is None:
        return [""] * len(rows)
    try:
        return list(map(itemgetter(place), map(_CELLS, rows)))
    except IndexError:
        return [row.cell(place) for row in rows]


def _names(rows: Sequence[Row], places: Sequence[int], *, told: bool) -> list[str]:
    parts = [[words.clean(cell) for cell in cells_of(rows, place)] for place in places]
    if len(parts) == 1:
        return as_spoken(parts[0])
    return [joined(each, told=told) for each in zip(*parts, strict=True)]


def _meanings(
    rows: Sequence[Row], place: int | None, legend: Legend, field: str, read: Callable[[str], str]
) -> list[str]:
    """Return what a column says of each row: of thousands of cells few differ, and each is read once."""
    cells = cells_of(rows, place)
    known = {cell: read(legend.meant(field, words.clean(cell))) for cell in set(cells)}
    return [known[cell] for cell in cells]


_CELLS = itemgetter(Row._fields.index("cells"))  # a row at a time takes three times as long
_AS_PERSON = partial(tuple.__new__, Person)  # of thousands at once, each three times as fast as by its fields
_READ: dict[str, Callable[[str], str]] = {
    "category": str,
    "delegation": str,
    "region": words.region,
    "gender": words.gender,
    "language": words.language,
    "registered": words.registered,
    "number": words.number,
    "pronounced": str,
}
"""The fields of a person beside the name, in their order, and how each is read."""
