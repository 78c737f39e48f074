"""All kinds of note by their key, in the window above the capture line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.notes import NoteKind
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.ui.context import Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.notes.kinds import ICONS
from facilitator.ui.painting import Pencil, Side
from facilitator.ui.type import Role

_ROW, _COLUMN, _COLUMNS, _EDGE = 28, 236, 2, 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class KindList(QWidget):
    """A typed key chooses, or arrows and Enter; Esc and a press elsewhere leave. `chosen` gives None then."""

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._kinds = tuple(NoteKind)
        self._rows = -(-len(self._kinds) // _COLUMNS)
        self.current = NoteKind.POINT
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(context.language.say("Kinds of note"))
        self.setFixedSize(_COLUMNS * _COLUMN + 2 * _EDGE, self._rows * _ROW + 2 * _EDGE)
        self.hide()

    def open(self, kind: NoteKind) -> None:
        self.current = kind
        self.raise_()
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        chosen = self._context.typing.kinds.kind_of(event.text()) if event.text() else None
        if key == Qt.Key.Key_Escape:
            self.chosen.emit(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.current)
        elif chosen is not None:
            self.chosen.emit(chosen)
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(self._rows)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() == Qt.FocusReason.MouseFocusReason:
            self.chosen.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number, kind in enumerate(self._kinds):
            if self._box(number).contains(event.position()):
                self.chosen.emit(kind)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        pencil.fill(pencil.bounds, self._context.tokens.surface)
        pencil.frame(pencil.bounds, self._context.tokens.edge, 1)
        for number, kind in enumerate(self._kinds):
            self._draw(Pencil(painter, self._box(number), rtl=self._context.rtl), kind)
        painter.end()

    def _step(self, by: int) -> None:
        self.current = self._kinds[(self._kinds.index(self.current) + by) % len(self._kinds)]
        self.update()

    def _box(self, number: int) -> QRectF:
        column, row = divmod(number, self._rows)
        x = _EDGE + column * _COLUMN
        left = self.width() - x - _COLUMN if self._context.rtl else x
        return QRectF(left, _EDGE + row * _ROW, _COLUMN, _ROW)

    def _draw(self, pencil: Pencil, kind: NoteKind) -> None:
        context, tokens = self._context, self._context.tokens
        chosen = kind is self.current
        if chosen:
            pencil.fill(pencil.bounds, tokens.accent_soft)
            pencil.fill(pencil.box(0, 0, 3, _ROW), tokens.accent)
        key = pencil.box(8, 5, 20, 18)
        pencil.frame(key, tokens.edge, 1, 3)
        pencil.text(
            key, context.typing.kinds.of(kind.value), context.font(Role.CAP), tokens.text, Side.MIDDLE
        )
        ink = tokens.danger if kind is NoteKind.PROTECTION else tokens.text
        draw_icon(pencil.painter, ICONS[kind], pencil.box(38, 6, 16, 16), ink, rtl=context.rtl)
        words = pencil.box(62, 0, pencil.width - 66, _ROW)
        pencil.text(words, context.language.say(NOTE_KINDS[kind]), context.font(Role.SMALL), ink)
