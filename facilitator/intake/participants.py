"""A list of participants: each row one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.intake.columns import PEOPLE, find_columns
from facilitator.intake.people import NAME_MISSING, Defect, Person, read_person, surplus
from facilitator.intake.tables import Table


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A person and the row that tells of them."""

    row: int
    person: Person


@dataclass(frozen=True, slots=True)
class ParticipantList:
    """Rows with a name are `people`, two alike are two people; `defects` name what is wrong with any row."""

    people: tuple[ParticipantRow, ...]
    defects: tuple[Defect, ...]
    read: int


def read_participants(table: Table, mapping: Mapping[str, str]) -> ParticipantList:
    """Return the people of a table; `mapping` gives columns by field where their names are not usual.

    Raises UnknownField, UnknownColumn, or ColumnMissing if no column holds names.
    """
    columns = find_columns(table.header, PEOPLE, mapping, "name")
    people: list[ParticipantRow] = []
    defects: list[Defect] = []
    for row in table.rows:
        person = read_person(row, columns)
        if person.name:
            people.append(ParticipantRow(row.number, person))
            defects += surplus(row, table)
        else:
            defects.append(Defect(row.number, "name", NAME_MISSING))
    return ParticipantList(tuple(people), tuple(defects), len(table.rows))
