"""A person as a row of a list tells of them, and what is wrong with a row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from facilitator.intake import words
from facilitator.intake.columns import Columns
from facilitator.intake.tables import Row, Table

NAME_MISSING = "name_missing"
MORE_CELLS = "more_cells"


@dataclass(frozen=True, slots=True)
class Person:
    """An unknown attribute is the empty string; category and delegation are as the list has them."""

    name: str
    category: str = ""
    delegation: str = ""
    region: str = ""
    gender: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Defect:
    """What is wrong with `field` in `row`; `problem` is a code whose sentence is in the catalogues."""

    row: int
    field: str
    problem: str


def read_person(row: Row, columns: Columns) -> Person:
    """Return the person of a row; the name is empty if the row has none."""
    cells = {name: words.clean(row.cell(columns.get(name))) for name in Person.__dataclass_fields__}
    return Person(
        name=cells["name"],
        category=cells["category"],
        delegation=cells["delegation"],
        region=words.region(cells["region"]),
        gender=_gender(cells["gender"]),
        language=words.language(cells["language"]),
    )


def surplus(row: Row, table: Table) -> list[Defect]:
    """Return the defect of a row that has more filled cells than the table has columns, if it has."""
    more = any(cell.strip() for cell in row.cells[len(table.header) :])
    return [Defect(row.number, "", MORE_CELLS)] if more else []


_gender = lru_cache(maxsize=1024)(words.gender)  # a list of thousands has a dozen forms of address
