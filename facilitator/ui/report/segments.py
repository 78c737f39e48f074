"""Two pages of a desk with their tabs above: the one that is chosen is in sight, and made by then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.pane import rule
from facilitator.ui.tabs import Tab

_TAB = 36


class Segments(QWidget):
    turned = Signal()

    def __init__(self, context: Context, within: QWidget, *pages: tuple[str, Callable[[], QWidget]]) -> None:
        super().__init__(within)
        self._made = tuple(made for _, made in pages)
        self.tabs = [Tab(context, title, _TAB) for title, _ in pages]
        self._stack = QStackedWidget()
        ground(self, context.tokens.bg)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(4)
        for number, tab in enumerate(self.tabs):
            tab.clicked.connect(lambda _=False, number=number: self.turn(number))
            row.addWidget(tab)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(rule(context))
        column.addWidget(self._stack, 1)
        self.tabs[0].setChecked(True)

    def turn(self, number: int) -> None:
        """Somebody turns to the page."""
        self.show_page(number)
        self.turned.emit()

    def show_page(self, number: int) -> None:
        """The page is in sight."""
        page = self._made[number]()
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self.tabs[number].setChecked(True)
        self._stack.setCurrentWidget(page)

    def now(self) -> int:
        """Return which of the pages is in sight."""
        return next(number for number, tab in enumerate(self.tabs) if tab.isChecked())
