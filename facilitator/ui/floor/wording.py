"""A field of several lines in which something is worded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from facilitator.ui.buttons import pressed_by
from facilitator.ui.context import Context
from facilitator.ui.type import Role

_LINES, _AROUND = 5, 16


class Wording(QPlainTextEdit):
    """A long text is in sight as a whole. Enter answers; with Shift it begins another line."""

    answered = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setFont(context.font(Role.BODY))
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + _AROUND)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed_by(event):
            self.answered.emit(self.toPlainText())
        else:
            super().keyPressEvent(event)
