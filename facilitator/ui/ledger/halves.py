"""A list and the one that is chosen in it: side by side, or in a narrow window each in its turn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.language.direction import ltr
from facilitator.language.speech import mark
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context

NARROW, MIDDLING = 1100, 1340
"""Widths below which the list stands alone, and below which what stands beside it is not broad."""
TURN = ("Ctrl+O", mark("Go to all that is told of the one that is chosen, and back"))
_BROAD_SIDE, _SIDE = 440, 360


class Halves(QWidget):
    """Where there is no list, words in its place say why."""

    def __init__(
        self, context: Context, table: QWidget, empty: QWidget, side: QWidget, size: tuple[int, int]
    ) -> None:
        super().__init__()
        self._table, self._empty, self._side = table, empty, side
        self._narrow, self._turned, self._filled = size[0] < NARROW, False, True
        self._back = Button(context, context.language.say("Back to the list"), Look.QUIET, key=ltr(TURN[0]))
        row, column = QHBoxLayout(self), QVBoxLayout()
        for line in (row, column):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(0)
        row.addWidget(table, 1)
        empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row.addWidget(empty, 1)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(side)
        row.addLayout(column)
        if not self._narrow:
            side.setFixedWidth(_BROAD_SIDE if size[0] >= MIDDLING else _SIDE)
        self._back.clicked.connect(self.back)
        self._arrange()

    def tell(self, *, filled: bool) -> None:
        """There is a list, or there is none."""
        self._filled = filled
        self._turned = self._turned and filled
        self._arrange()

    def turn(self) -> None:
        """The keys go to the one that is chosen, and back to the list."""
        if self.back():
            return
        self._turned = self._narrow and self._filled
        self._arrange()
        self._side.setFocus()

    def back(self) -> bool:
        """The keys go to the list; say whether they were not there."""
        away = self._turned or self._side.hasFocus()
        if away:
            self._turned = False
            self._arrange()
            self._table.setFocus()
        return away

    def _arrange(self) -> None:
        self._side.setHidden(self._narrow and not self._turned)
        self._back.setHidden(not self._turned)
        self._table.setHidden(self._turned or not self._filled)
        self._empty.setHidden(self._filled)
