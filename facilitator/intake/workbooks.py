"""The first filled sheet of a workbook: XLSX, XLSB, XLS or ODS."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from facilitator.intake.faults import NotATable, TableFault, TableProtected, WorkbookDamaged

Cell = int | float | str | bool | time | date | datetime | timedelta
WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
"""How a workbook begins: a ZIP archive, or a compound file of the older Office."""
_PARTS = (b"xl/", b"opendocument.spreadsheet", "Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
"""What is named in a workbook, however damaged, and in no other archive or file of Office."""


def read_workbook(data: bytes, path: Path) -> tuple[list[list[str]], str]:
    """Return the rows of the first visible sheet that holds anything, as text, and its name.

    Raises a TableFault.
    """
    try:
        return _filled_sheet(CalamineWorkbook.from_filelike(io.BytesIO(data)))
    except PasswordError as error:
        raise TableProtected(path) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise _fault(data, path) from error
    except BaseException as error:
        # A damaged workbook can make the reader panic, and its panic is not an Exception.
        if type(error).__name__ == "PanicException":
            raise _fault(data, path) from error
        raise


def _fault(data: bytes, path: Path) -> TableFault:
    """Return what is wrong with a file that was not read: a locked or damaged workbook, or something else."""
    try:
        CalamineWorkbook.from_path(str(path))  # by its name some more are known, and one that is locked
    except PasswordError:
        return TableProtected(path)
    except (CalamineError, OSError, ValueError, OverflowError):
        pass
    return WorkbookDamaged(path) if any(part in data for part in _PARTS) else NotATable(path)


def _filled_sheet(workbook: CalamineWorkbook) -> tuple[list[list[str]], str]:
    for sheet in workbook.sheets_metadata:
        if sheet.visible is SheetVisibleEnum.Visible:
            cells = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            rows = [[as_text(cell) for cell in row] for row in cells]
            if any(any(row) for row in rows):
                return rows, str(sheet.name)
    return [], ""


def as_text(cell: Cell) -> str:
    """Return what a cell shows: whole numbers without a point, dates and times as ISO 8601."""
    if isinstance(cell, bool):
        return str(int(cell))
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
