"""How the ledger's desk is put together in windows of every size."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from facilitator.domain.recommendation import Status
from facilitator.domain.sifting import Column
from facilitator.ui.context import Context
from facilitator.ui.ledger.halves import MIDDLING, NARROW
from facilitator.ui.ledger.painting import ROW, LedgerDelegate
from facilitator.ui.ledger.rows import LedgerModel
from facilitator.ui.ledger.words import COLUMNS, FLAGS, status_word
from facilitator.ui.painting import width_of
from facilitator.ui.setup.grid import dress_grid
from facilitator.ui.tables import edit_by_enter
from facilitator.ui.type import Role

_AROUND, _FEW = 18, 8
_TEXT = tuple(Column).index(Column.TEXT)


def widths(context: Context, size: tuple[int, int]) -> tuple[int, ...]:
    """Return the widths of the columns, each at least of its widest word; the text takes what is left."""
    language, broad = context.language, size[0] >= MIDDLING
    status = _widest([status_word(each, language) for each in Status], context.font(Role.SMALL))
    flags = _widest([language.say(words) for words in FLAGS.values()], context.font(Role.CAPTION))
    head = _widest([language.say(COLUMNS[Column.ADDRESSEES])], context.font(Role.CAPTION_STRONG))
    return (100, 300, max(136, head + 24), 110 if broad else 0, max(112, status), max(100, flags))


def _widest(words: Sequence[str], face: QFont) -> int:
    return ceil(max(width_of(word, face) for word in words)) + _AROUND


def arranged(bar: Sequence[QWidget], halves: QWidget, size: tuple[int, int]) -> QWidget:
    """Return a page with words and filters above, in two rows if it is narrow, and the list below."""
    narrow = size[0] < NARROW
    row, rest = QHBoxLayout(), QHBoxLayout()
    for line in (row, rest):
        line.setContentsMargins(16, 8, 16, 8 if line is rest or not narrow else 0)
        line.setSpacing(8)
    for place, part in enumerate(bar):
        (rest if narrow and place > 1 else row).addWidget(part, 0 if place else 1)
        if narrow and place >= _FEW:
            part.hide()  # the menu of acts has it, with its key
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(row)
    if narrow:
        rest.addStretch(1)
        column.addLayout(rest)
    column.addWidget(halves, 1)
    return page


def stacked(desk: QWidget, pages: QWidget) -> None:
    """The pages fill the desk."""
    outer = QVBoxLayout(desk)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(pages)


def dress_words(context: Context, field: QLineEdit, hint: str, told: QLabel, empty: QLabel) -> None:
    """The field says what it is for; what is told where nothing passes stands in the middle."""
    for part in (field, told, empty):
        part.setFont(context.font(Role.BODY))
    field.setFixedHeight(28)
    field.setMinimumWidth(80)
    for tell in (field.setPlaceholderText, field.setAccessibleName):
        tell(hint)
    field.setClearButtonEnabled(True)
    empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
    empty.setWordWrap(True)


def go_to(field: QLineEdit) -> None:
    """A field in sight has the keys; what is typed replaces its words."""
    if field.isVisible():
        field.setFocus()
        field.selectAll()


def select(table: QTableView, places: Sequence[int]) -> None:
    """These rows are selected, the first of them in sight; the keys stay in the column they are in."""
    model, rows, now = table.model(), QItemSelection(), table.currentIndex()
    last, how = model.columnCount() - 1, QItemSelectionModel.SelectionFlag
    for place in places:
        rows.select(model.index(place, 0), model.index(place, last))
    if places:
        at = model.index(places[0], now.column() if now.isValid() else _TEXT)
        table.selectionModel().setCurrentIndex(at, how.NoUpdate)
        table.scrollTo(at)
    table.selectionModel().select(rows, how.ClearAndSelect)


def dress_table(table: QTableView, model: LedgerModel, context: Context, size: tuple[int, int]) -> None:
    """The list is drawn in its own way, sorted by number, and gives the text what the others leave."""
    table.setModel(model)
    dress_grid(table, context, context.language.say("Ledger of recommendations"))
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.setItemDelegate(LedgerDelegate(context, model, table))
    edit_by_enter(table)
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    table.setSortingEnabled(True)
    for column, width in enumerate(widths(context, size)):
        table.setColumnWidth(column, width)
    table.horizontalHeader().setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
