"""A list of participants: each row one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from facilitator.intake import words
from facilitator.intake.columns import PEOPLE, Columns
from facilitator.intake.defects import Defect
from facilitator.intake.delimited import Pause, no_pause
from facilitator.intake.legend import Legend, plain
from facilitator.intake.people import NAME_MISSING, Person, person_columns, read_people, surplus
from facilitator.intake.tables import Row, Table

HEADS_SECTION = "heads_section"
NO_SECTION = "-"
"""What somebody means by a row of one cell who says that it is a person."""
_FEW = 2  # sections, or columns, that make a list with sections


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

    Where no column holds the category, a row of one cell that is no name heads a section of that category. So
    does each row of one cell where names stand if the list begins with one, and fuller rows follow them all;
    a defect names each, until the legend says what it means.
    Raises UnknownField, UnknownColumn, or ColumnMissing if no column holds names.
    """
    columns, names = person_columns(table, PEOPLE, legend)
    people = read_people(table.rows, columns, names, legend, pause)
    pause()
    heads = _heads(table.rows, people, columns, legend)
    if heads:
        people = _in_sections(people, heads)
    nameless = [place for place, who in enumerate(people) if not who.name and place not in heads]
    defects = [Defect(table.rows[place].number, "name", NAME_MISSING) for place in nameless]
    defects += _undecided(table.rows, people, heads, legend)
    long = surplus(table.rows, len(table.header))
    told, rows = people, [row.number for row in table.rows]
    if nameless or heads:
        there = [place for place, who in enumerate(people) if who.name and place not in heads]
        told, rows = [people[place] for place in there], [rows[place] for place in there]
    defects += long
    return ParticipantList(told, tuple(sorted(defects, key=_row)), len(table.rows) - len(heads), rows)


def sections(table: Table, legend: Legend) -> dict[str, int]:
    """Return the rows that head a section, as they read, with how many people stand under each.

    There are none where a column holds the category; one that somebody says is a person is still told.
    """
    columns, names = person_columns(table, PEOPLE, legend)
    people = read_people(table.rows, columns, names, Legend(legend.columns))
    heads = _heads(table.rows, people, columns, Legend())
    placed = enumerate(_in_sections(people, heads))
    under = Counter(who.category for place, who in placed if who.name and place not in heads)
    return {head: under[head] for head in heads.values()}


_row = attrgetter("row")


def _heads(rows: Sequence[Row], people: Sequence[Person], columns: Columns, legend: Legend) -> dict[int, str]:
    """Return the categories by the places of the rows that head a section."""
    if "category" in columns or len(columns) < _FEW:
        return {}
    nameless = (place for place, who in enumerate(people) if not who.name and _only(rows[place]))
    places = list(nameless) or _heads_among_names(rows)
    meant = {place: legend.meant("category", _only(rows[place])) for place in places}
    return {place: meaning for place, meaning in meant.items() if meaning != NO_SECTION}


def _undecided(
    rows: Sequence[Row], people: Sequence[Person], heads: Iterable[int], legend: Legend
) -> list[Defect]:
    """Return the heads that stand where names do, and of which nobody has said what they are."""
    said = legend.values.get("category", {})
    named = (rows[place] for place in heads if people[place].name)
    return [Defect(row.number, "name", HEADS_SECTION) for row in named if plain(_only(row)) not in said]


def _heads_among_names(rows: Sequence[Row]) -> list[int]:
    """Return the rows of one cell if the list begins with one, and fuller rows follow each of them.

    Whoever is addressed as people are heads no section.
    """
    if not rows or not _only(rows[0]):
        return []
    alone = [place for place, row in enumerate(rows) if _only(row)]
    followed = {place + 1 for place in alone}.isdisjoint((*alone, len(rows)))
    heads = [place for place in alone if not _is_addressed(_only(rows[place]))]
    return heads if followed and len(alone) >= _FEW else []


def _is_addressed(text: str) -> bool:
    """Say whether a text begins with a form of address."""
    first, _, rest = text.partition(" ")
    return bool(rest and len(first) > 1 and words.gender(first))


def _only(row: Row) -> str:
    """Return what the only filled cell of a row says, or nothing where more are filled or none is."""
    filled = [text for cell in row.cells if (text := words.clean(cell))]
    return filled[0] if len(filled) == 1 else ""


def _in_sections(people: Sequence[Person], heads: dict[int, str]) -> list[Person]:
    section, placed = "", []
    for place, person in enumerate(people):
        section = heads.get(place, section)
        placed.append(person._replace(category=section))
    return placed
