"""What others recommended before, with every field and every cell of the lists it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from facilitator.documents.office.book import Book, Column, Sheet
from facilitator.documents.office.ledger_fields import SIGN, key_of
from facilitator.documents.office.safe_text import cell_text
from facilitator.domain.programme import Workshop
from facilitator.language.speech import Language, mark

LISTED = ("addressees", "themes", "persons", "groups", "goals")
"""The fields that hold several, which stand in one cell."""
CELL = "cell:"
"""Begins the key of a column of the list itself."""
_NAMES = {
    "source": mark("Source"),
    "number": mark("Number"),
    "symbol": mark("Symbol of the document"),
    "paragraph": mark("Paragraph"),
    "text": mark("Recommendation"),
    "language": mark("Language"),
    "addressees": mark("Addressed to"),
    "themes": mark("Theme"),
    "persons": mark("Persons affected"),
    "groups": mark("Groups"),
    "goals": mark("Sustainable Development Goals"),
}
_OF_LIST = " [cell]"
_WIDE, _NARROW = 60, 16


def earlier_book(rows: Sequence[Mapping[str, Any]], workshop: Workshop, language: Language) -> Book:
    """Return a row for each of them; the list's own columns stand behind ours, under their own names."""
    told = [earlier_cells(row) for row in rows]
    names = dict.fromkeys(key for cells in told for key in cells if key.startswith(CELL))
    columns = tuple(_columns([name.removeprefix(CELL) for name in names], language))
    cells = tuple(tuple(each.get(column.key, "") for column in columns) for each in told)
    title = language.say("Earlier recommendations")
    sheet = Sheet("earlier", title, columns, cells)
    return Book("earlier", title, workshop.title, (sheet,), workshop.notice, len(cells))


def earlier_cells(row: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands in each column, as a workbook holds it."""
    told = {"id": row["id"], **{key: str(row[key]) for key in _NAMES if key not in LISTED}}
    told |= {key: SIGN.join(json.loads(row[key])) for key in LISTED}
    told |= {CELL + name: cell for name, cell in json.loads(row["detail"]).items()}
    return {key: cell_text(value) for key, value in told.items()}


def earlier_key(name: str) -> str:
    """Return the key of a column by its name, whatever language stands before it."""
    return CELL + name.removesuffix(_OF_LIST) if name.endswith(_OF_LIST) else key_of(name)


def _columns(names: Sequence[str], language: Language) -> Iterator[Column]:
    yield Column("id", "id [id]", width=_NARROW)
    for key, words in _NAMES.items():
        label = f"{language.say(words)} [{key}]"
        yield Column(key, label, width=_WIDE if key == "text" else _NARROW)
    for name in names:
        yield Column(CELL + name, name + _OF_LIST, width=_NARROW)
