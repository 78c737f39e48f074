"""Tables as CSV, for people and their programs, and as JSON, for other programs."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.documents.office.book import Book, Cell, Column, Holds, Sheet, bare_rows
from facilitator.documents.office.safe_text import starts_formula, xml_safe
from facilitator.documents.progress import Progress, Rows, unheeded
from facilitator.language.direction import bare
from facilitator.language.speech import Language

_SECOND, _MINUTE, _HOUR = 1_000, 60_000, 3_600_000


def write_csv(
    book: Book,
    language: Language,
    target: Path,
    *,
    by_key: bool = False,
    progress: Progress = unheeded,
) -> None:
    """The first table is written as CSV: UTF-8 that says so, and nothing in it that is reckoned.

    Its columns are named in the language or, for programs that look for their names, `by_key`.
    Instants are local, `2019-10-21 10:30:00`; lengths `0:02:30`; shares decimal fractions. A text that a
    program for tables would take for a formula begins with an apostrophe. `progress` is told of the rows.
    """
    sheet = book.sheets[0]
    zone = ZoneInfo(language.zone)
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        names = (column.key.capitalize() if by_key else bare(column.label) for column in sheet.columns)
        writer.writerow(map(_safe, names))
        for row in Rows(len(sheet.rows), progress).counted(bare_rows(sheet)):
            cells = zip(row, sheet.columns, strict=True)
            writer.writerow([_written(cell, column, language, zone) for cell, column in cells])


def _written(cell: Cell, column: Column, language: Language, zone: ZoneInfo) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _safe(cell)
    match column.holds:
        case Holds.LENGTH:
            minutes, seconds = divmod(round(cell) % _HOUR // _SECOND, 60)
            return f"{round(cell) // _HOUR}:{minutes:02}:{seconds:02}"
        case Holds.INSTANT:
            return f"{datetime.fromtimestamp(cell / _SECOND, zone):%Y-%m-%d %H:%M:%S}"
        case Holds.FLAG:
            return language.say("yes") if cell else language.say("no")
        case _:
            return f"{round(cell, 6):g}" if isinstance(cell, float) else str(cell)


def _safe(text: str) -> str:
    safe = xml_safe(text)
    return f"'{safe}" if starts_formula(safe) else safe


def write_json(
    book: Book, language: Language, target: Path, *, moment: int, progress: Progress = unheeded
) -> None:
    """All tables are written as JSON: instants in UTC, lengths in seconds, shares as fractions."""
    rows = Rows(sum(len(sheet.rows) for sheet in book.sheets), progress)
    found = {
        "what": book.key,
        "workshop": xml_safe(bare(book.workshop)),
        "language": language.code,
        "at": _instant(moment),
        **{sheet.key: _objects(sheet, rows) for sheet in book.sheets},
    }
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _objects(sheet: Sheet, rows: Rows) -> list[dict[str, Any]]:
    keys = [column.key for column in sheet.columns]
    kinds = [column.holds for column in sheet.columns]
    return [dict(zip(keys, map(_plain, row, kinds), strict=True)) for row in rows.counted(bare_rows(sheet))]


def _plain(cell: Cell, holds: Holds) -> Cell:
    if isinstance(cell, str):
        return xml_safe(cell)
    if cell is None:
        return None
    if holds is Holds.LENGTH:
        return cell / _SECOND
    return _instant(round(cell)) if holds is Holds.INSTANT else cell


def _instant(ms: int) -> str:
    return datetime.fromtimestamp(ms / _SECOND, UTC).isoformat(timespec="milliseconds")
