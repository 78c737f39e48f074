"""A list of participants: each row one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from facilitator.intake import words
from facilitator.intake.columns import PEOPLE, Columns
from facilitator.intake.defects import Defect
from facilitator.intake.delimited import Pause, no_pause
from facilitator.intake.legend import Legend
from facilitator.intake.people import NAME_MISSING, Person, person_columns, read_people, surplus
from facilitator.intake.tables import Row, Table


class ParticipantList(NamedTuple):
    """Rows with a name are `people`, two alike are two people; `defects` name what is wrong with any row.

    `rows` are the numbers of the people's rows; a row that heads a section is none that was `read`.
    """

    people: Sequence[Person]
    defects: tuple[Defect, ...]
    read: int
    rows: Sequence[int] = ()


def read_participants(table: Table, legend: Legend, pause: Pause = no_pause) -> ParticipantList:
    """Return the people of a table; the legend says where its columns and words are not usual.

    Where no column holds the category, a row of one cell that is no name heads a section of that category.
    Raises UnknownField, UnknownColumn, or ColumnMissing if no column holds names.
    """
    columns, names = person_columns(table, PEOPLE, legend)
    people = read_people(table.rows, columns, names, legend, pause)
    pause()
    nameless = [place for place, person in enumerate(people) if not person.name]
    heads = {} if "category" in columns else _heads(table.rows, nameless, columns, legend)
    if heads:
        people = _in_sections(people, heads)
    defects = [
        Defect(table.rows[place].number, "name", NAME_MISSING) for place in nameless if place not in heads
    ]
    long = surplus(table.rows, len(table.header))
    told = [who for who in people if who.name] if nameless else people
    rows = [row.number for row, who in zip(table.rows, people, strict=True) if who.name]
    defects += long
    return ParticipantList(told, tuple(sorted(defects, key=_row)), len(table.rows) - len(heads), rows)


def sections(table: Table, legend: Legend) -> dict[str, int]:
    """Return the rows that head a section, as they read, with how many people stand under each.

    There are none where a column holds the category.
    """
    columns, names = person_columns(table, PEOPLE, legend)
    if "category" in columns:
        return {}
    people = read_people(table.rows, columns, names, Legend(legend.columns))
    nameless = [place for place, person in enumerate(people) if not person.name]
    heads = _heads(table.rows, nameless, columns, Legend())
    under = Counter(who.category for who in _in_sections(people, heads) if who.name)
    return {head: under[head] for head in heads.values()}


_row = attrgetter("row")


def _heads(rows: Sequence[Row], nameless: Sequence[int], columns: Columns, legend: Legend) -> dict[int, str]:
    """Return the categories by the places of the rows that head a section."""
    found = {}
    for place in nameless:
        filled = [text for cell in rows[place].cells if (text := words.clean(cell))]
        if len(filled) == 1 and len(columns) > 1:
            found[place] = legend.meant("category", filled[0])
    return found


def _in_sections(people: Sequence[Person], heads: dict[int, str]) -> list[Person]:
    section, placed = "", []
    for place, person in enumerate(people):
        section = heads.get(place, section)
        placed.append(person._replace(category=section))
    return placed
