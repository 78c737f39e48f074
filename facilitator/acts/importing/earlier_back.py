"""Earlier recommendations that went out with all their fields, filled in elsewhere and brought back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitator.acts.importing.codes import coded, listed
from facilitator.documents.office.earlier_book import CELL, LISTED, earlier_cells, earlier_key
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.intake.defects import Defect
from facilitator.intake.recommendations import TEXT_MISSING
from facilitator.intake.tables import Table
from facilitator.language.speech import LANGUAGES
from facilitator.store.ids import new_id

Values = dict[str, Any]
Cells = Mapping[str, str]
_SAME = ("source", "symbol", "paragraph", "text")
_CODED = (VocabularyKey.THEMES, VocabularyKey.PERSONS, VocabularyKey.GROUPS)
_MOST = 9  # digits of a number


@dataclass(slots=True)
class Found:
    """What a list changes: new rows, and rows as they are with as they become."""

    fresh: list[Values] = field(default_factory=list)
    changed: list[tuple[Values, Values]] = field(default_factory=list)
    unchanged: int = 0
    defects: Sequence[Defect] = ()

    def meet(self, before: Values, after: Values) -> None:
        """A row that is there already becomes what the list tells, if that is something else."""
        if after == before:
            self.unchanged += 1
        else:
            self.changed.append((before, after))


def is_brought_back(header: Sequence[str]) -> bool:
    """Say whether the columns of a list are those under which earlier recommendations go out."""
    return {"id", "source", "number", "text"} <= {earlier_key(name) for name in header}


def brought_back(table: Table, rows: Sequence[Values], source: str) -> Found:
    """Return what rows change that went out before; in another workshop they are new.

    A row is known by its id or, where that is of another workshop, by what it says and where. A cell that
    nobody touched leaves its field as it is. `source` is where a row comes from that does not tell it.
    """
    keys = [earlier_key(name) for name in table.header]
    there, found, defects = _There(rows), Found(), []
    for row in table.rows:
        cells = {key: row.cell(place) for place, key in enumerate(keys)}
        if not cells["text"].strip():
            defects.append(Defect(row.number, "text", TEXT_MISSING))
            continue
        before = there.take(cells)
        if before is None:
            blank = {"id": new_id(), **_blank(source, row.number)}
            found.fresh.append(_changed(blank, cells))
        else:
            found.meet(before, _changed(before, cells))
    found.defects = defects
    return found


class _There:
    """The rows of the workshop, each of which meets one row of the list at most."""

    def __init__(self, rows: Sequence[Values]) -> None:
        self._rows = {row["id"]: row for row in rows}
        self._alike: dict[tuple[str, ...], list[str]] = {}
        for row in rows:
            self._alike.setdefault(_place(earlier_cells(row)), []).append(row["id"])

    def take(self, cells: Cells) -> Values | None:
        id_ = cells["id"].strip()
        if id_ in self._rows:
            return self._rows.pop(id_)
        alike = self._alike.get(_place(cells), [])
        return next((self._rows.pop(each) for each in alike if each in self._rows), None)


def _place(cells: Cells) -> tuple[str, ...]:
    return tuple(cells.get(key, "").strip() for key in _SAME)


def _blank(source: str, number: int) -> Values:
    told = dict.fromkeys(("symbol", "paragraph", "text", "language"), "")
    return {"source": source, "number": number, **told, **dict.fromkeys(LISTED, "[]"), "detail": "{}"}


def _changed(row: Values, cells: Cells) -> Values:
    """Return the row with what its cells tell otherwise."""
    stood = earlier_cells(row)
    told = {key: cell for key, cell in cells.items() if cell.strip() != stood.get(key, "").strip()}
    own = {key.removeprefix(CELL): cell for key, cell in told.items() if key.startswith(CELL)}
    if own:
        detail = {**json.loads(row["detail"]), **own}
        kept = {name: cell for name, cell in detail.items() if cell}
        row = {**row, "detail": json.dumps(kept, ensure_ascii=False)}
    return {**row, **dict(_fields(told, row))}


def _fields(told: Cells, row: Values) -> Iterator[tuple[str, Any]]:
    for key, cell in told.items():
        text = cell.strip()
        if key == "number":
            yield key, int(text) if text.isdecimal() and len(text) <= _MOST else row["number"]
        elif key == "language":
            yield key, text if text in LANGUAGES else ""
        elif key in LISTED:
            parts = tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
            yield key, listed(coded(VocabularyKey(key), parts) if key in _CODED else parts)
        elif key in _SAME and text:
            yield key, text
        elif key in ("symbol", "paragraph"):
            yield key, ""
