"""A list that somebody sends, as a header and rows of text, whatever program wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from facilitator.intake.decoding import decode
from facilitator.intake.delimited import Pause, no_pause, split_rows
from facilitator.intake.faults import (
    NotATable,
    TableEmpty,
    TableIsFolder,
    TableMissing,
    TableTooBig,
    TableUnreadable,
)
from facilitator.intake.objects import object_rows
from facilitator.intake.workbooks import WORKBOOKS, read_workbook

Cells = list[list[str]]
_LARGEST_MB = 100
_HEADER_WITHIN = 20
_PROSE = (b"%PDF", b"{\\rtf", b"<?xml", b"<!", b"<html", b"BEGIN:V")
_SIGNATURES = (*_PROSE, b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"SQLite format 3")


class Row(NamedTuple):
    """A row that is not blank; `number` counts from 1 as a spreadsheet does, the header included."""

    number: int
    cells: Sequence[str]

    def cell(self, index: int | None) -> str:
        """Return the cell of a column; a row that is too short, and no column, have the empty text."""
        return self.cells[index] if index is not None and index < len(self.cells) else ""


_AS_ROW = partial(tuple.__new__, Row)  # of thousands at once, each three times as fast as by its fields


@dataclass(frozen=True, slots=True)
class Table:
    """How a text was read is in `encoding` and `delimiter`, where a workbook's rows stand in `sheet`."""

    path: Path
    header: tuple[str, ...]
    rows: Sequence[Row]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""

    def records(self) -> list[dict[str, str]]:
        """Return the rows by the names of the columns."""
        return [{name: row.cell(i) for i, name in enumerate(self.header)} for row in self.rows]


def read_table(path: Path, encoding: str = "", delimiter: str = "", pause: Pause = no_pause) -> Table:
    """Return the table of a CSV, TSV or semicolon file, a workbook or a list in JSON, known by its content.

    The header is the first row at least half as wide as the widest of the first rows, so that a title above
    it does no harm. An encoding or delimiter that is told is believed. Between its steps
    `pause` is called. Raises a TableFault.
    """
    cut, found = _rows(read_bytes(path), path, encoding, delimiter, pause)
    pause()
    rows = [row for row in map(_AS_ROW, enumerate(cut, 1)) if any(map(str.strip, row.cells))]
    if not rows:
        raise TableEmpty(path)
    start = _header(rows)
    header = tuple(cell.strip() for cell in rows[start].cells)
    return Table(path, header, rows[start + 1 :], **found)


def read_bytes(path: Path) -> bytes:
    """Return what stands in a file that somebody sends; raises a TableFault."""
    try:
        if path.is_dir():
            raise TableIsFolder(path)
        if not path.is_file():
            raise (NotATable if path.exists() else TableMissing)(path)
        if path.stat().st_size > _LARGEST_MB * 1_000_000:
            raise TableTooBig(path, megabytes=_LARGEST_MB)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise TableUnreadable(path) from error


def _rows(
    data: bytes, path: Path, encoding: str, delimiter: str, pause: Pause
) -> tuple[Cells, dict[str, str]]:
    if data.startswith(WORKBOOKS):
        rows, sheet = read_workbook(data, path)
        return rows, {"sheet": sheet}
    text = None if data.startswith(_SIGNATURES) else decode(data, encoding)
    if text is None:
        raise NotATable(path)
    objects = object_rows(text.text)
    if objects is not None:
        return objects, {"encoding": text.encoding}
    rows, used = split_rows(text.text, path, delimiter, pause)
    return rows, {"encoding": text.encoding, "delimiter": used}


def _header(rows: Sequence[Row]) -> int:
    widths = [sum(1 for cell in row.cells if cell.strip()) for row in rows[:_HEADER_WITHIN]]
    return next(i for i, width in enumerate(widths) if width * 2 >= max(widths))
