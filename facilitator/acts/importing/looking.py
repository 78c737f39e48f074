"""A list before it comes in: how it was read, what its columns and words were taken for, and a trial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from facilitator.acts.desk import Desk
from facilitator.acts.importing.earlier_back import is_brought_back
from facilitator.acts.importing.order import Kind, Order, Report
from facilitator.acts.importing.origins import remembered
from facilitator.acts.importing.programme import HEADER, rooms_parallel
from facilitator.acts.intake import import_list
from facilitator.documents.office.ledger_fields import key_of
from facilitator.domain.before import lines_of
from facilitator.domain.refusals import Explained
from facilitator.intake import words
from facilitator.intake.columns import PEOPLE, SPEECHES, find_columns
from facilitator.intake.conclusions import CONCLUSIONS
from facilitator.intake.faults import TableFault
from facilitator.intake.legend import Legend
from facilitator.intake.names import name_places
from facilitator.intake.participants import sections
from facilitator.intake.people import cells_of
from facilitator.intake.programmes.concept_note import NotedPanel, read_concept_note
from facilitator.intake.programmes.reading import programme_table, prose_of, read_programme
from facilitator.intake.programmes.tables import PROGRAMME
from facilitator.intake.recommendations import RECOMMENDATIONS
from facilitator.intake.tables import Row, Table, read_table

FIELDS = tuple(PEOPLE)
"""What a list may tell of a person."""

SPOKEN = tuple(name for name in SPEECHES if name not in PEOPLE)
"""What a record of speeches or a list of speakers tells beside that."""

PLANNED = tuple(PROGRAMME)
"""What a table may tell of a panel."""

RECOMMENDED = tuple(RECOMMENDATIONS)
"""What a list may tell of a recommendation."""

WORDED = ("category", "gender", "registered")
"""The fields whose words are given a meaning."""

_READ: Mapping[str, Callable[[str], str]] = {"gender": words.gender, "registered": words.registered}
_TEXTS = frozenset({".txt", ".md"})
_SHOWN = 100
_PROGRAMMES = frozenset({".ics", ".ical", ".xml", ".toml", ".txt", ".md", ".rst"})


@dataclass(frozen=True, slots=True)
class Word:
    """What stands in a column, in how many rows, and what it was taken for."""

    cell: str
    rows: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Look:
    """The first rows as they are, the column of each field, and the report of a trial.

    `trouble` says why nothing can come in so; then there is no report.
    """

    header: Sequence[str] = ()
    rows: Sequence[Row] = ()
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    legend: Legend = field(default_factory=Legend)
    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Sequence[Word]] = field(default_factory=dict)
    rooms: Sequence[str] = ()
    report: Report | None = None
    trouble: Explained | None = None


def look_into(desk: Desk, kind: Kind, order: Order) -> Look:
    """Return what would become of a file; nothing has changed."""
    try:
        look = _LOOKS[kind](desk, order)
    except Explained as told:
        return Look(legend=order.legend, trouble=told)
    if look.trouble is not None:
        return look
    try:
        return replace(look, report=import_list(desk, kind, replace(order, dry_run=True)))
    except Explained as told:
        return replace(look, trouble=told)


def _people(desk: Desk, order: Order) -> Look:
    return _persons(desk, order, PEOPLE)


def _spoken(desk: Desk, order: Order) -> Look:
    return _persons(desk, order, SPEECHES)


def _persons(desk: Desk, order: Order, fields: Mapping[str, tuple[str, ...]]) -> Look:
    """Return a list with a person in each row, with the words of their columns that are given a meaning."""
    table = read_table(order.source, order.encoding, order.delimiter)
    order.pause()
    legend = order.legend.over(remembered(desk.reading, order.source, table.header))
    found = find_columns(table.header, fields, legend.columns)
    made = name_places(table.header, found, legend.columns)
    columns = {name: legend.columns.get(name) or table.header[place] for name, place in found.items()}
    if len(made) > 1 and "+" in legend.columns.get("name", ""):
        columns["name"] = legend.columns["name"]
    told = {name: _words(table, found[name], legend, name) for name in WORDED if name in found}
    if fields is PEOPLE and "category" not in found and made and (headed := sections(table, legend)):
        told["category"] = _meant(headed, legend, "category")
    return Look(
        table.header,
        table.rows[:_SHOWN],
        table.encoding,
        table.delimiter,
        table.sheet,
        legend,
        columns,
        told,
    )


def _recommended(_: Desk, order: Order) -> Look:
    table = read_table(order.source, order.encoding, order.delimiter)
    if is_brought_back(table.header):
        return _listed(table, {}, Legend())
    return _listed(table, RECOMMENDATIONS, order.legend)


def _concluded(_: Desk, order: Order) -> Look:
    text = prose_of(order.source, order.encoding)
    if text is None:
        table = read_table(order.source, order.encoding, order.delimiter)
        return _listed(table, CONCLUSIONS, order.legend)
    rows = [Row(number, (line,)) for number, line in enumerate(lines_of(text)[:_SHOWN], 1)]
    return Look(("text",), rows, legend=order.legend)


def _filled_in(_: Desk, order: Order) -> Look:
    """Its columns are named by the program: there is nothing to choose."""
    return _listed(read_table(order.source, order.encoding, order.delimiter), {}, Legend())


def _words(table: Table, place: int, legend: Legend, name: str) -> tuple[Word, ...]:
    """Return the words of a column, the most usual first, and what is understood by each."""
    return _meant(Counter(filter(None, map(words.clean, cells_of(table.rows, place)))), legend, name)


def _meant(often: Mapping[str, int], legend: Legend, name: str) -> tuple[Word, ...]:
    ordered = sorted(often.items(), key=lambda each: (-each[1], each[0]))
    meant = ((cell, rows, legend.meant(name, cell)) for cell, rows in ordered)
    read = _READ.get(name, str)
    return tuple(Word(cell, rows, read(meaning)) for cell, rows, meaning in meant)


def _programme(desk: Desk, order: Order) -> Look:
    prose = prose_of(order.source, order.encoding)
    if prose is not None:
        told = [Row(panel.row, _noted(panel)) for panel in read_concept_note(prose).panels]
        return Look(("title", "summary", "questions"), told, legend=order.legend)
    table = programme_table(order.source, order.encoding, order.delimiter)
    header = HEADER if table is None else table.header
    legend = order.legend.over(remembered(desk.reading, order.source, header))
    look = Look(HEADER, legend=legend) if table is None else _listed(table, PROGRAMME, legend)
    try:
        at = desk.reading.workshop()
        programme = read_programme(
            order.source, legend, at.zone, order.encoding, order.delimiter, at.language
        )
    except Explained as told:
        return replace(look, trouble=told)
    if table is None:
        rows = [Row(number, cells) for number, cells in programme.cells.items()]
        look = replace(look, rows=rows[:_SHOWN])
    look = replace(look, rooms=programme.rooms)
    if programme.parallel and not order.room:
        return replace(look, trouble=rooms_parallel(programme, order))
    return look


def _listed(table: Table, fields: Mapping[str, tuple[str, ...]], legend: Legend) -> Look:
    """Return a table as it was read, with the column of each field."""
    found = find_columns(table.header, fields, legend.columns)
    columns = {name: legend.columns.get(name) or table.header[place] for name, place in found.items()}
    read = (table.encoding, table.delimiter, table.sheet)
    return Look(table.header, table.rows[:_SHOWN], *read, legend, columns)


def _noted(panel: NotedPanel) -> tuple[str, ...]:
    return panel.title, panel.summary, " ".join(panel.questions or panel.focus)


def usual_kind(source: Path) -> Kind:
    """Return what a file seems to hold: a programme or timed speeches if its columns say so, else people."""
    if source.suffix.lower() in _PROGRAMMES:
        return Kind.PROGRAMME
    try:
        table = programme_table(source)
    except TableFault:
        return Kind.PARTICIPANTS
    if table is None:  # a schedule, whatever its name
        return Kind.PROGRAMME
    header = table.header
    planned = {"title", "starts"} <= find_columns(header, PROGRAMME, {}).keys()
    spoken = find_columns(header, SPEECHES, {}).keys()
    timed = {"name", "date", "time"} <= spoken or {"name", "date", "begin", "end"} <= spoken
    if timed and ("seconds" in spoken or not planned):  # somebody's title is no panel's
        return Kind.SPEECHES
    return Kind.PROGRAMME if planned else Kind.PARTICIPANTS


def usual_list(source: Path) -> Kind:
    """Return what a list for the ledger seems to hold: itself, what others recommended or concluded."""
    if source.suffix.lower() in _TEXTS:
        return Kind.CONCLUSIONS
    try:
        keys = {key_of(name) for name in read_table(source).header}
    except TableFault:
        return Kind.RECOMMENDATIONS
    return Kind.LEDGER if {"id", "revision"} <= keys else Kind.RECOMMENDATIONS


_LOOKS: Mapping[Kind, Callable[[Desk, Order], Look]] = {
    Kind.PARTICIPANTS: _people,
    Kind.PROGRAMME: _programme,
    Kind.SPEECHES: _spoken,
    Kind.RECOMMENDATIONS: _recommended,
    Kind.LEDGER: _filled_in,
    Kind.CONCLUSIONS: _concluded,
}
