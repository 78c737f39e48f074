"""Text with delimiters, cut into rows of cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

from facilitator.intake.faults import CellTooLong, QuoteNotClosed

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 50
_SAMPLE = 1 << 18  # enough for so many rows of any list
_END = "\ufdd0end\ufdd0"  # a noncharacter: no text holds it
Rows = list[list[str]]
Pause = Callable[[], object]
_AT_ONCE = 4_000  # rows are cut in one step


def no_pause() -> None:
    """Nobody waits for anything between two steps."""


def split_rows(text: str, path: Path, delimiter: str = "", pause: Pause = no_pause) -> tuple[Rows, str]:
    """Return the rows of `text` as a spreadsheet would show them, blank ones too, and the delimiter.

    Lines may end in LF, CR LF or CR alone; a line break within quotes stays as it is.
    Raises QuoteNotClosed or CellTooLong, both with the row.
    """
    told, text = _told_delimiter(text)
    used = delimiter or told or _delimiter(text)
    rows = _split(text, used, path, pause)
    return [[], *rows] if told else rows, used


def _told_delimiter(text: str) -> tuple[str | None, str]:
    """Return the delimiter that the first line names (`sep=;`, as spreadsheets write it) and what follows."""
    first, _, rest = text.partition("\n")
    found = re.fullmatch(r"sep=(.)\r?", first, re.IGNORECASE)
    return (found[1], rest) if found else (None, text)


def _split(text: str, delimiter: str, path: Path, pause: Pause) -> Rows:
    rows: Rows = []
    reader, came = _reader(text, delimiter), -1
    try:
        while came < len(rows):
            pause()
            came = len(rows)
            rows.extend(islice(reader, _AT_ONCE))
    except csv.Error as error:
        raise CellTooLong(path, row=len(rows) + 1) from error
    if rows[-1] != [_END]:
        raise QuoteNotClosed(path, row=len(rows))
    return rows[:-1]


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    # The reader itself would take an unclosed quote for a very long cell: the last line tells.
    lines = chain(io.StringIO(text, newline=""), (_END,))
    return csv.reader(lines, delimiter=delimiter)


def _delimiter(text: str) -> str:
    """Return the delimiter that cuts the first rows most evenly, and into more than one cell."""
    begins = text[:_SAMPLE]
    return max(DELIMITERS, key=lambda delimiter: _evenness(begins, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    try:
        rows = [row for row in islice(_reader(text, delimiter), _SAMPLE_ROWS) if row and row != [_END]]
    except csv.Error:
        return (0.0, 0)
    widths = Counter(len(row) for row in rows)
    width, often = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return (often / len(rows), width) if width > 1 else (0.0, 0)
