"""Why a table that somebody sends cannot come in: data only, the sentences are in the catalogues."""

from __future__ import annotations

from pathlib import Path

from facilitator.domain.refusals import Explained


class TableFault(Explained):
    """The table cannot be read as asked; nothing has come in. `file` and `folder` are in the details."""

    def __init__(self, path: Path, **details: object) -> None:
        self.path = path
        super().__init__(file=path.name, folder=str(path.absolute().parent), **details)


class TableMissing(TableFault):
    pass


class TableIsFolder(TableFault):
    pass


class TableUnreadable(TableFault):
    """The system does not let us read the file."""


class TableTooBig(TableFault):
    """The file is larger than `megabytes`, more than any list of a workshop."""


class TableEmpty(TableFault):
    """The file holds nothing, or only blank cells."""


class TableProtected(TableFault):
    """The workbook wants a password."""


class WorkbookDamaged(TableFault):
    """The file is a workbook, and something in it is damaged or far larger than it can be."""


class NotATable(TableFault):
    """The file is no list: a picture, a PDF, a program."""


class NotAProgramme(TableFault):
    """The file can be read, but no event with a time is in it."""


class ProgrammeDamaged(TableFault):
    """The file is XML or JSON by its beginning, and breaks the rules of that."""


class CalendarDamaged(TableFault):
    """The file is a calendar, and something in it breaks the rules of calendars."""


class TemplateUnreadable(Explained):
    """The file `name` cannot be read, or is not TOML."""


class QuoteNotClosed(TableFault):
    """A quotation mark opened in `row` is never closed, so that what follows cannot be told apart."""


class CellTooLong(TableFault):
    """A cell of `row` is longer than any text of a list."""


class MapNotUnderstood(Explained):
    """`text` is not of the form FIELD=COLUMN."""


class UnknownField(Explained):
    """`field` is none of `fields`."""


class UnknownColumn(Explained):
    """`column` is none of the table's `columns`."""


class ColumnMissing(Explained):
    """No column of the table is known to hold `field`; `columns` are those it has."""
