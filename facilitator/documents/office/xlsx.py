"""A workbook: typed cells, a header that stays, filters, lists to choose from, the sheet's own direction."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from copy import copy
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.cell import Cell as Square
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from facilitator.documents.office.book import Book, Cell, Column, Holds, Sheet, bare_rows
from facilitator.documents.office.safe_text import cell_text, starts_formula
from facilitator.documents.office.whole_zip import write_parts
from facilitator.documents.progress import Progress, Rows, unheeded
from facilitator.language.direction import bare
from facilitator.language.speech import Language

_FORMATS = {
    Holds.WHOLE: "#,##0",
    Holds.SHARE: "0.0%",
    Holds.POINTS: "0.0",
    Holds.LENGTH: "[h]:mm:ss",
    Holds.INSTANT: "yyyy\\-mm\\-dd\\ hh:mm:ss",
    Holds.TEXT: "@",
}
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31
_LISTS = "Lists"
_SPARE_ROWS = 200
"""Rows below the last that still offer the choices."""
_INK, _HAIR = "FF1A1A1A", "FFC4C4C4"


def write_xlsx(
    book: Book, language: Language, target: Path, *, moment: int, progress: Progress = unheeded
) -> None:
    """The workbook is written; the same content at the same moment gives the same bytes.

    `moment` is in UTC milliseconds, `progress` is told of the rows.
    Raises OSError if the target cannot be written.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    zone = ZoneInfo(language.zone)
    lists = _Lists(workbook, book)
    rows = Rows(sum(len(sheet.rows) for sheet in book.sheets), progress)
    for sheet in book.sheets:
        page = workbook.create_sheet(_title(sheet.title, workbook))
        _Page(page, sheet, zone, lists).fill(rows, rtl=language.rtl)
    lists.fill(rtl=language.rtl)
    about = workbook.properties
    about.title, about.creator = cell_text(bare(book.title)), cell_text(bare(book.workshop))
    about.language = language.code
    about.description = cell_text(bare(book.notice)) or None
    made = io.BytesIO()
    workbook.save(made)
    write_parts(target, _parts(made.getvalue(), moment), moment)


def _parts(made: bytes, moment: int) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of the package; its library puts the time of day into one of them."""
    instant = f"{datetime.fromtimestamp(moment / 1000, UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        for name in package.namelist():
            part = package.read(name)
            yield (
                name,
                re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", instant, part) if "core.xml" in name else part,
            )


def _title(title: str, workbook: Workbook) -> str:
    """Return the name of a sheet: short, of allowed characters, not twice."""
    name = _NOT_IN_A_TITLE.sub(" ", cell_text(bare(title)))[:_LONGEST_TITLE].strip() or "Sheet"
    taken = {each.casefold() for each in workbook.sheetnames}
    number = 2
    while name.casefold() in taken:
        name = f"{name[: _LONGEST_TITLE - 4]} {number}"
        number += 1
    return name


class _Lists:
    """The words that may be chosen from, on a sheet of their own that is out of sight."""

    def __init__(self, workbook: Workbook, book: Book) -> None:
        self._workbook = workbook
        columns = (column for sheet in book.sheets for column in sheet.columns)
        self._choices = list(dict.fromkeys(column.choices for column in columns if column.choices))

    def range_of(self, column: Column) -> str:
        letter = get_column_letter(self._choices.index(column.choices) + 1)
        return f"{_LISTS}!${letter}$1:${letter}${len(column.choices)}"

    def fill(self, *, rtl: bool) -> None:
        if not self._choices:
            return
        page = self._workbook.create_sheet(_LISTS)
        page.sheet_state = "hidden"
        page.sheet_view.rightToLeft = rtl
        for number, choices in enumerate(self._choices, 1):
            for row, choice in enumerate(choices, 1):
                _put(page.cell(row, number), choice)


class _Page:
    """One sheet of the workbook."""

    def __init__(self, page: Worksheet, sheet: Sheet, zone: ZoneInfo, lists: _Lists) -> None:
        self._page = page
        self._sheet = sheet
        self._zone = zone
        self._lists = lists
        self._styled: dict[Column, StyleArray] = {}

    def fill(self, rows: Rows, *, rtl: bool) -> None:
        page, sheet = self._page, self._sheet
        page.sheet_view.rightToLeft = rtl
        page.freeze_panes = "A2"
        self._head()
        for number, row in enumerate(rows.counted(bare_rows(sheet)), 2):
            for place, (cell, column) in enumerate(zip(row, sheet.columns, strict=True), 1):
                self._fill(page.cell(number, place), cell, column)
        page.auto_filter.ref = page.dimensions if sheet.rows else f"A1:{self._letter(len(sheet.columns))}1"
        self._offer()
        self._print()

    def _head(self) -> None:
        under = Border(bottom=Side(style="thin", color=_INK))
        for place, column in enumerate(self._sheet.columns, 1):
            square = self._page.cell(1, place)
            _put(square, bare(column.label))
            square.font = Font(bold=True)
            square.border = under
            square.alignment = Alignment(
                horizontal="right" if column.holds.is_figure else None, vertical="bottom", wrap_text=True
            )
            self._page.column_dimensions[self._letter(place)].width = column.width

    def _fill(self, square: Square | MergedCell, cell: Cell, column: Column) -> None:
        if column not in self._styled:
            square.border = Border(bottom=Side(style="hair", color=_HAIR))
            square.alignment = Alignment(vertical="top", wrap_text=column.holds is Holds.TEXT)
            square.number_format = _FORMATS.get(column.holds, "General")
            self._styled[column] = copy(square._style)  # type: ignore[union-attr]  # noqa: SLF001 - part by part, style is slow
        square._style = copy(self._styled[column])  # type: ignore[union-attr]  # noqa: SLF001 - as above
        if isinstance(cell, str):
            _put(square, cell)
        elif cell is not None:
            square.value = self._typed(cell, column.holds)
            square.number_format = _FORMATS.get(column.holds, "General")  # a date would bring its own

    def _typed(self, cell: float, holds: Holds) -> float | bool | timedelta | datetime:
        if holds is Holds.LENGTH:
            return timedelta(milliseconds=cell)
        if holds is Holds.INSTANT:
            return datetime.fromtimestamp(cell / 1000, self._zone).replace(tzinfo=None)
        return bool(cell) if holds is Holds.FLAG else cell

    def _offer(self) -> None:
        """Columns with choices offer them; another word is met with a warning, not refused."""
        last = len(self._sheet.rows) + 1 + _SPARE_ROWS
        for place, column in enumerate(self._sheet.columns, 1):
            if column.choices:
                offer = DataValidation(
                    "list", formula1=self._lists.range_of(column), allow_blank=True, errorStyle="warning"
                )
                offer.add(f"{self._letter(place)}2:{self._letter(place)}{last}")
                self._page.add_data_validation(offer)

    def _print(self) -> None:
        page = self._page
        page.page_setup.orientation, page.page_setup.paperSize = "landscape", "9"
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.print_title_rows = "1:1"

    @staticmethod
    def _letter(place: int) -> str:
        return get_column_letter(place)


def _put(square: Square | MergedCell, text: str) -> None:
    """The cell holds a text, whatever it begins with."""
    safe = cell_text(text)
    if not safe:
        return
    square.value = safe
    square.data_type = "s"  # the library takes a text that begins with = for a formula
    if starts_formula(safe):
        square.quotePrefix = True
