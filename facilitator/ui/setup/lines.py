"""A list of what a panel has, with what is typed below it and buttons that act on the line chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from facilitator.domain.programme import Panel
from facilitator.language.speech import mark
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.field import Field
from facilitator.ui.setup.grid import TextRows, dress_grid
from facilitator.ui.type import Role

_HIGH, _APART = 212, 8  # a head and six rows


class LineField(Field):
    """What is typed after a first click takes the place of what the line says; a second one corrects it."""

    def __init__(self, *, rtl: bool) -> None:
        super().__init__(rtl=rtl)
        self._came = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._came = event.reason() is Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._came and not self.hasSelectedText():
            self.selectAll()
        self._came = False


def field(context: Context, name: str, kind: type[Field] = LineField) -> Field:
    """Return a field that says what belongs in it while it is empty."""
    made = kind(rtl=context.rtl)
    made.setFont(context.font(Role.BODY))
    made.setFixedHeight(28)
    made.setAccessibleName(name)
    made.setPlaceholderText(name)
    return made


def choose(table: QTableView, row: int) -> None:
    """The row is chosen: selectRow finds none where the page runs from the right and is not laid out."""
    table.setCurrentIndex(table.model().index(row, 0))


class Lines(QWidget):
    """Whoever shows other lines says what they are, and which act adds, changes, moves and removes one."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments
    name = mark("Questions and focus areas")
    heads: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    """Of the columns; 0 takes what is left."""
    changes = mark("Change")

    def __init__(self, context: Context) -> None:
        super().__init__()
        say = context.language.say
        self._context = context
        self.panel: Panel | None = None
        self.table, self.rows = QTableView(), TextRows()
        self.add = Button(context, say("Add"), icon="plus")
        self.change = Button(context, say(self.changes))
        self.up, self.down = Button(context, say("Earlier")), Button(context, say("Later"))
        self.remove = Button(context, say("Remove"))
        self.table.setModel(self.rows)
        dress_grid(self.table, context, say(self.name))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setFixedHeight(_HIGH)
        self.arranged = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table)
        column.addLayout(self._below())
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(partial(self._on_line, self.alter))
        self.remove.clicked.connect(partial(self._on_line, self.take_out))
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.table.selectionModel().currentRowChanged.connect(self._turn)

    def _below(self) -> QBoxLayout:
        """Return what is typed and the buttons, in one line or, where that has no room, in two."""
        self._asked, self._buttons = QHBoxLayout(), QHBoxLayout()
        for widget, wide in self.inputs():
            self._asked.addWidget(widget, wide)
        for button in (self.add, self.change, self.up, self.down, self.remove):
            self._buttons.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for part, wide in ((self._asked, 1), (self._buttons, 0)):
            part.setSpacing(_APART)
            self._row.addLayout(part, wide)
        self._row.setSpacing(_APART)
        return self._row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        together = sum(self._widths()) + _APART <= self.width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if together else below)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths()), super().minimumSizeHint().height())

    def _widths(self) -> tuple[int, int]:
        return self._asked.minimumSize().width(), self._buttons.minimumSize().width()

    def show_panel(self, panel: Panel | None) -> None:
        """The lines are those of the panel; the place that was chosen stays chosen."""
        self.panel, row = panel, self.table.currentIndex().row()
        say = self._context.language.say
        rows = [] if panel is None else self.lines(panel)
        self.rows.show_rows([say(head) for head in self.heads], rows)
        for column, width in enumerate(self.widths):
            if width:
                self.table.setColumnWidth(column, width)
            else:
                self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        choose(self.table, max(0, min(row, len(rows) - 1)))
        self._turn()

    def line(self) -> int | None:
        """Return the place of the line that is chosen, counted from 0."""
        row = self.table.currentIndex().row()
        return row if 0 <= row < len(self.rows.rows) else None

    def do(self, act: str, **told: object) -> None:
        self.act_wanted.emit(act, told)

    # what is said by whoever shows other lines

    def inputs(self) -> Sequence[tuple[QWidget, int]]:
        """Return what stands before the buttons, and how wide each is against the others."""
        return ()

    def lines(self, panel: Panel) -> Sequence[tuple[str, ...]]:
        """Return the lines of a panel."""
        return ()

    def show_line(self, line: int | None) -> None:
        """What is typed below is what the line says."""

    def append(self, panel: Panel) -> None:
        """What is typed below is one more line."""

    def alter(self, panel: Panel, line: int) -> None:
        """The line says what is typed below."""

    def shift(self, panel: Panel, line: int, to: int) -> None:
        """The line is at another place."""

    def take_out(self, panel: Panel, line: int) -> None:
        """The line is there no more."""

    # what the buttons do

    def _turn(self) -> None:
        line = self.line()
        self.show_line(line)
        self.add.setEnabled(self.panel is not None)
        for button in (self.change, self.up, self.down, self.remove):
            button.setEnabled(line is not None)

    def _add(self) -> None:
        """One more line is there, and what is typed next is the one after it."""
        if self.panel is not None:
            self.append(self.panel)
            typing = self.focusWidget()
            if isinstance(typing, LineField) and typing.hasFocus():
                typing.selectAll()

    def _on_line(self, act: object) -> None:
        line = self.line()
        if self.panel is not None and line is not None and callable(act):
            act(self.panel, line)

    def _move(self, by: int) -> None:
        line = self.line()
        if self.panel is not None and line is not None and 0 <= line + by < len(self.rows.rows):
            self.shift(self.panel, line, line + by)
            choose(self.table, line + by)
            self._turn()
