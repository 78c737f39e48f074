"""The keys and what they do, over the console and out of the way of every act."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.language.direction import ltr
from facilitator.ui.commands import COMMANDS, GESTURES, NOTE_KEYS
from facilitator.ui.context import Context
from facilitator.ui.ledger.gestures import LEDGER_KEYS
from facilitator.ui.live_keys import hear
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.type import Role

ROWS = (*((command.keys, command.name) for command in COMMANDS), *GESTURES, *NOTE_KEYS, *LEDGER_KEYS)
_ROW, _HEAD, _COLUMNS, _EDGE, _MOST, _BELOW_CLOCK = 27, 52, 2, 20, 1120, 180
_DOWN = -(-len(ROWS) // _COLUMNS)


class KeySheet(QWidget):
    """Floats in the middle of the console; F1, Esc, a click, and the focus going elsewhere take it away."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._row: float = _ROW
        self._rows = tuple((context.keys.of(keys), context.language.say(what)) for keys, what in ROWS)
        self.setAccessibleName(context.language.say("Keys"))
        words = (f"{keys}: {what}" for keys, what in self._rows)
        self.setAccessibleDescription("\n".join(words))
        self._esc = hear("Esc", parent, self.hide, anywhere=True)
        self._esc.setEnabled(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.hide()

    def toggle(self) -> None:
        parent = self.parentWidget()
        if self.isVisible() or parent is None:
            self.hide()
            return
        width = min(parent.width() - 16, _MOST)
        room = parent.height() - 16
        self._row = min(_ROW, (room - _HEAD - _EDGE) / _DOWN)
        height = round(self._row * _DOWN) + _HEAD + _EDGE
        top = max(8, min(_BELOW_CLOCK, parent.height() - height - 8))
        self.setGeometry((parent.width() - width) // 2, top, width, height)
        self.raise_()
        self.show()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self.window():
            self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Esc is the sheet's as long as it is seen."""
        super().showEvent(event)
        self._esc.setEnabled(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._esc.setEnabled(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        context, tokens = self._context, self._context.tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=context.rtl)
        pencil.fill(pencil.bounds, tokens.surface)
        pencil.frame(pencil.bounds, tokens.edge, 2)
        title = context.language.say("Keys")
        pencil.text(pencil.box(_EDGE, 8, 400, 40), title, context.font(Role.VERDICT), tokens.text)
        cap = context.font(Role.SMALL_STRONG)
        column = (pencil.width - 2 * _EDGE) / _COLUMNS
        first = max(width_of(keys, cap) for keys, _ in self._rows) + 14
        row = self._row
        for number, (keys, what) in enumerate(self._rows):
            x, y = _EDGE + number // _DOWN * column, _HEAD + number % _DOWN * row
            pencil.text(pencil.box(x, y, first, row), ltr(keys), cap, tokens.accent)
            box = pencil.box(x + first, y, column - first - 12, row)
            pencil.text(box, what, context.font(Role.SMALL), tokens.text)
        painter.end()
